'use strict';
module.exports = () => {
  throw new Error('Loading images through escpos is not supported; pass a raster to native/printer instead.');
};

import { unreachable } from '../../domain/unreachable.ts';
import { createCharacterDeviceTransport } from './character-device.ts';
import { createFileTransport } from './file.ts';
import { DEFAULT_TRANSPORT_LIMITS, type DeviceAddress, type Transport, type TransportLimits } from './port.ts';
import { createSerialTransport } from './serial.ts';
import { createTcpTransport } from './tcp.ts';

/** The line an address names. Nothing is opened yet. */
export function createTransport(address: DeviceAddress, limits: Partial<TransportLimits> = {}): Transport {
  const all: TransportLimits = { ...DEFAULT_TRANSPORT_LIMITS, ...limits };
  switch (address.kind) {
    case 'tcp':
      return createTcpTransport(address, all);
    case 'serial':
      return createSerialTransport(address, all);
    case 'usb':
      return createCharacterDeviceTransport(address.path, address.answers, all);
    case 'file':
      return createFileTransport(address.path, all);
    default:
      return unreachable(address);
  }
}

/** The journal cannot be used: nothing is sold before it can. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const JOURNAL_WORDS = {
  'journal.locked': {
    who: 'manager',
    words: {
      ko: {
        what: '다른 프로그램이 판매 기록을 쓰고 있습니다.',
        money: '기록은 안전하지만 지금은 판매를 시작할 수 없습니다.',
        next: '열려 있는 다른 계산대 창을 닫고 다시 시작하세요.',
      },
      en: {
        what: 'Another program is using the sales journal.',
        money: 'The records are safe, but selling cannot begin now.',
        next: 'Close the other counter window and start again.',
      },
      'zh-CN': { what: '其他程序正在使用交易日志。', money: '记录是安全的，但现在不能开始销售。', next: '请关闭另一个收银窗口后重新启动。' },
    },
  },
  'journal.disk-full': {
    who: 'manager',
    words: {
      ko: {
        what: '저장 공간이 없어 판매를 멈췄습니다.',
        money: '저장된 판매는 안전합니다. 저장 못 한 결제는 받지 않은 것입니다.',
        next: '공간을 비우고 다시 시작하세요. 그 전에는 돈을 받지 마세요.',
      },
      en: {
        what: 'The disk is full, so selling has stopped.',
        money: 'Saved sales are safe. A payment that was not saved does not count as taken.',
        next: 'Free some space and start again. Take no money before that.',
      },
      'zh-CN': {
        what: '磁盘已满，销售已停止。',
        money: '已保存的交易是安全的。未保存的付款视为未收。',
        next: '请腾出空间后重新启动。在此之前不要收款。',
      },
    },
  },
  'journal.disk-low': {
    who: 'manager',
    words: {
      ko: {
        what: '저장 공간이 얼마 남지 않았습니다.',
        money: '지금까지의 판매는 모두 저장됐습니다.',
        next: '오늘 안에 공간을 비우세요. 다 차면 판매가 멈춥니다.',
      },
      en: { what: 'Disk space is running low.', money: 'All sales so far are saved.', next: 'Free some space today; selling stops when it is full.' },
      'zh-CN': { what: '磁盘空间不足。', money: '到目前为止的交易都已保存。', next: '请今天腾出空间，满后将停止销售。' },
    },
  },
  'journal.read-only': {
    who: 'manager',
    words: {
      ko: {
        what: '판매 기록에 쓸 수 없습니다.',
        money: '있던 기록은 안전하지만 새 판매를 저장할 수 없습니다.',
        next: '파일의 쓰기 권한을 푼 뒤 다시 시작하세요.',
      },
      en: {
        what: 'The sales journal cannot be written to.',
        money: 'What is in it is safe, but new sales cannot be saved.',
        next: 'Give the file write permission and start again.',
      },
      'zh-CN': { what: '交易日志无法写入。', money: '原有记录是安全的，但无法保存新交易。', next: '请开放文件的写入权限后重新启动。' },
    },
  },
  'journal.corrupt': {
    who: 'manager',
    words: {
      ko: {
        what: '판매 기록이 손상됐습니다.',
        money: '이 상태로는 어떤 금액도 믿을 수 없어 판매를 막았습니다.',
        next: '이 파일을 지우지 마세요. 따로 복사해 두고 백업에서 되살리세요.',
      },
      en: {
        what: 'The sales journal is damaged.',
        money: 'No amount in it can be trusted, so selling is blocked.',
        next: 'Do not delete the file. Keep a copy of it and restore from a backup.',
      },
      'zh-CN': { what: '交易日志已损坏。', money: '其中的金额已不可信，因此禁止销售。', next: '请勿删除该文件。请另存一份，并从备份恢复。' },
    },
  },
  'journal.from-the-future': {
    who: 'manager',
    words: {
      ko: {
        what: '판매 기록이 이 프로그램보다 새로운 판에서 만들어졌습니다.',
        money: '기록은 손대지 않아 그대로 안전합니다.',
        next: '새 판의 프로그램을 설치하고 다시 시작하세요.',
      },
      en: {
        what: 'The sales journal was written by a newer version of this program.',
        money: 'It was not touched and is safe.',
        next: 'Install the newer version and start again.',
      },
      'zh-CN': { what: '交易日志由更新版本的程序写成。', money: '没有改动记录，数据安全。', next: '请安装新版程序后重新启动。' },
    },
  },
  'journal.key-missing': {
    who: 'manager',
    words: {
      ko: {
        what: '판매 기록의 서명 열쇠를 찾을 수 없습니다.',
        money: '기록은 남아 있지만 이어 쓸 수 없어 판매를 막았습니다.',
        next: '이 계산대의 열쇠를 백업에서 되돌려 놓고 다시 시작하세요.',
      },
      en: {
        what: 'The key that signs the sales journal is missing.',
        money: 'The records are there but cannot be continued, so selling is blocked.',
        next: 'Put this counter’s key back from its backup and start again.',
      },
      'zh-CN': {
        what: '找不到交易日志的签名密钥。',
        money: '记录仍在，但无法继续写入，因此禁止销售。',
        next: '请从备份还原本收银台的密钥后重新启动。',
      },
    },
  },
  'journal.unavailable': {
    who: 'manager',
    words: {
      ko: {
        what: '판매 기록을 읽거나 쓰지 못했습니다.',
        money: '저장되지 않은 일은 하지 않은 것입니다. 저장된 판매는 안전합니다.',
        next: '프로그램을 다시 시작하세요. 되풀이되면 판매를 멈추고 점검하세요.',
      },
      en: {
        what: 'The sales journal could not be read or written.',
        money: 'What is not saved was not done. Saved sales are safe.',
        next: 'Start the program again. If it happens again, stop selling and have it checked.',
      },
      'zh-CN': {
        what: '无法读写交易日志。',
        money: '未保存的操作视为没有发生。已保存的交易是安全的。',
        next: '请重新启动程序。若再次发生，请停止销售并检修。',
      },
    },
  },
} as const satisfies Record<string, FailureEntry>;

/** The operations by their words: adding, taking away, changing, showing, bringing back. */
import { ADD_KO, CHANGE_KO, proposed, REMOVE_KO } from '../../base/language/proposed-ko.ts'
import { fold } from '../../base/resolve.ts'

export const w = (list: string) => list.split('|').map(fold)
export const ADD = [
  ...w(
    'add|also keep|also track|also note|also want|also|include|put in|insert|append|with a|need a|need an|needs|should have|should also have|should be a column|should be a field|should be its own|i want|i also want|plus|attach|加一个|加个|加上|添加|增加|再加|加入|还要|还想|也要|新增|补充|加|多一欄|多一栏|多一格|多一项|多一個|多個|追加|足して|足す|足せ|増やして|増やせ|加える|加えろ|入れろ|つけろ|付けろ|作れ|付ける|加えて|つけて|付けて|入れたい|入れて|も記録|もほしい|も欲しい|ほしい|欲しい|記録したい|추가|넣어|더해|붙여|도 기록|달아|포함|도 있으면|있으면 좋겠|필요해|도 적게|도 쓰게|도 남기게|도 기록하게|칸 만들|칸도 만들|항목 만들|항목도 만들|수 있게|수 있으면|수 있음|있음 좋|있었으면|있어야|껴줘|끼워',
  ),
  ...proposed(ADD_KO).map(fold),
]
export const REMOVE = [
  ...w(
    "remove|delete|drop|ditch|scrap|bin the|chuck out|do away with|take off|get shot of|lose the|axe the|leave out|get rid of|take out|take away|hide|without|i don't need|don't need|no more|no longer|take it off|take that off|take them off|take it out|take that out|don't want|turn off|disable|删除|删掉|删了|去掉|拿掉|拿走|划掉|移除|不要|取消|隐藏|关掉|关闭|消して|消す|削除|なくして|外して|取り除|いらない|不要|除いて|隠して|やめて|オフ|지워|삭제|없애|빼줘|빼 줘|빼고|빼|제거|필요 없|숨겨|꺼줘|끄",
  ),
  ...proposed(REMOVE_KO).map(fold),
]
export const CHANGE = [
  ...w(
    'change|make it|make the|make|set|rename|call|name it|update|edit|switch|turn|convert|increase|decrease|raise|lower|adjust|should be|move|use|reduce|bump|bring|cut|改成|改为|改到|改名|改|换成|换|变成|设为|设成|设置|调整|调到|更改|修改|提高|降低|叫|移到|用|変えて|変更|にして|直して|名前|呼んで|上げて|下げて|設定|移動|変え|바꿔|바꾸|변경|수정|고쳐|설정|올려|내려|으로 해|로 해|옮겨|늘려|줄여|이름',
  ),
  ...proposed(CHANGE_KO).map(fold),
]
export const SHOW = w('show|display|view|see|as a|switch to|显示|看|查看|展示|表示|見せて|見たい|見る|で見|보여|보고|보기|표시')
export const BACK = w(
  'bring back|restore|put back|show again|unhide|恢复|找回|重新显示|放回来|戻して|復活|もう一度表示|되살려|복원|다시 보여|다시 넣어|다시 추가',
)

/** Doing without, in the forms that no list of words holds. */
export const TAKES =
  /^(?:please )?stop\b|\bno (?:\w+ ){0,2}any ?more\b|\b(?:do not|don'?t|doesn'?t|won'?t|never) (?:really )?(?:need|want|use|care about|bother with)\b|^not the\s|\b(?:can|could) go\b|\bis (?:pointless|useless|too much)\b|不(?:想|用)?再?(?:要|记|填|写|显示|需要)了|不用(?:记|填|写)?了|没用了?$|删|(?:は|も|って|とか)?(?:もう)?(?:要らない|要らん|いらん|要りません|いりません|不必要|なしで|消し|けし|削っ)|없어도|빼도|안 써|안 쓸|안 적|필요없|지우|말아 ?줘|없애|치워/

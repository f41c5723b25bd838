/** Words by which related records are asked for, in folded text: who, what, not, late, still out, by whom. */
export const WHO = /\bwho(?:se|m)?\b|谁|だれ|(?:的|ない|た|の)(?:人|メンバー)(?:は|が|有|是|$|[?？])|누가|누구|사람/
export const WHAT = /\b(?:what|which)\b|什么|哪|何|なに|どの|どれ|뭐|뭘|무엇|무슨|어떤|어느/
export const NOT =
  /n't\b|\b(?:not|never|no|without)\b|没|未|不曾|(?<!少|危)ない|ていません|てません|いません|なかった|ませんでした|(?<![가-힣])안\s?(?=[가-힣])|않|(?<![가-힣])못\s?(?=[가-힣])|미납|없/
export const LATE =
  /\boverdue\b|\blate\b|\bpast due\b|逾期|过期|超期|期限切れ|延滞|延滞|期限(?:を|が)?过ぎ|期限(?:を|が)?過ぎ|遅れて|迟れて|연체|기한(?:이|을)?\s?(?:지난|넘)|늦은|밀린/
export const OUT =
  /\b(?:is|are|still|currently|books?|what's|whats)\s+(?:\w+\s+)?(?:out|on loan|lent out|checked out|borrowed)\b|\bon loan\b|\bstill out\b|借出(?:去|中)?|未归还|没还|在外|贷出中|貸出中|借りられて|返って(?:き)?てな|返却されてな|戻ってな|대출\s?중|빌려\s?간|안\s?돌아|반납\s?안|미반납/
export const HAS =
  /\b(?:has|have|had|holds?|keeps?|got)\b|在谁(?:那|手)|手[里上]|有(?:什么|哪|几|多少)|持って|持つ|手元|借りて|가지고|갖고|들고/
export const WHERE = /\bwhere(?:'s| is| are)\b|在哪|どこ|어디/
export const FREE =
  /\b(?:available|free|in|back|out)\b[?.]*$|能借|可借|在吗|还在|借りられる|借りれる|ある[?？]?$|あります|있어|있나|빌릴 수/
export const EACH = /\b(?:by|per|each|every|for each)\b|按|各|每[个位名只辆本]|别|別|ごと|毎|별|마다/
export const SHOWN = /\b(?:show|list|all|history)\b|列出|显示|看看|查看|历史|記録|记录|一覧|一览|見せ|履歴|履历|목록|보여|내역|기록/
export const LAST = /\b(?:last|latest|most recent)(?: time)?\b|上次|上一次|最近一次|最后一次|最後|最后に|前回|直近|마지막|지난번|최근/

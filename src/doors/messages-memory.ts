/** Failures of the memory, its embedders and its index, as sentences. */
import type { Language } from '../spec.ts'

export const MEMORY_ROWS: Record<string, Record<Language, string>> = {
  'memory-unkept': {
    en: 'That could not be remembered. Say it as one short sentence.',
    zh: '没能记住。请用一句简短的话再说一次。',
    ja: '覚えられませんでした。短い一文で言い直してください。',
    ko: '기억하지 못했어요. 짧은 한 문장으로 다시 말해 주세요.',
  },
  'incognito-keeps-nothing': {
    en: 'This conversation is incognito, so nothing of it is kept. Say it in another conversation to have it remembered.',
    zh: '这是无痕对话，什么都不会保留。想让我记住，请在别的对话里说。',
    ja: 'これはシークレット会話なので、何も残しません。覚えてほしいことは別の会話で言ってください。',
    ko: '이 대화는 비공개라서 아무것도 남기지 않아요. 기억하게 하려면 다른 대화에서 말해 주세요.',
  },
  'incognito-late': {
    en: 'Only a new conversation can be incognito; this one has been kept so far.',
    zh: '只有新的对话才能设为无痕；这个对话之前的内容已经保留。',
    ja: 'シークレットにできるのは新しい会話だけです。この会話はここまで記録されています。',
    ko: '새 대화만 비공개로 할 수 있어요. 이 대화는 지금까지 기록되어 있어요.',
  },
  'embedder-not-installed': {
    en: 'The embedding model is not installed. Run: macaron embeddings install',
    zh: '嵌入模型尚未安装。请运行：macaron embeddings install',
    ja: '埋め込みモデルが入っていません。macaron embeddings install を実行してください。',
    ko: '임베딩 모델이 설치되어 있지 않아요. macaron embeddings install을 실행해 주세요.',
  },
  'embedder-broken': {
    en: 'The embedding model does not run. Install it anew: macaron embeddings install',
    zh: '嵌入模型无法运行。请重新安装：macaron embeddings install',
    ja: '埋め込みモデルが動きません。macaron embeddings install で入れ直してください。',
    ko: '임베딩 모델이 실행되지 않아요. macaron embeddings install로 다시 설치해 주세요.',
  },
  'embedder-address': {
    en: 'The address of the embedding endpoint must start with http:// or https://.',
    zh: '嵌入服务的地址必须以 http:// 或 https:// 开头。',
    ja: '埋め込みサーバーのアドレスは http:// か https:// で始めてください。',
    ko: '임베딩 서버 주소는 http:// 또는 https://로 시작해야 해요.',
  },
  'embedder-redirect': {
    en: 'The embedding endpoint points to another address. Set the one it really has.',
    zh: '嵌入服务指向了别的地址。请填写它真正的地址。',
    ja: '埋め込みサーバーが別のアドレスを指しています。実際のアドレスを設定してください。',
    ko: '임베딩 서버가 다른 주소를 가리켜요. 실제 주소로 설정해 주세요.',
  },
  'embedder-refused': {
    en: 'The embedding endpoint refused ({status}). Check its key and the name of the model.',
    zh: '嵌入服务拒绝了请求（{status}）。请检查密钥和模型名称。',
    ja: '埋め込みサーバーに断られました（{status}）。キーとモデル名を確かめてください。',
    ko: '임베딩 서버가 거부했어요({status}). 키와 모델 이름을 확인해 주세요.',
  },
  'embedder-slow': {
    en: 'The embedding endpoint did not answer in time. It will be tried again.',
    zh: '嵌入服务没有及时回应，稍后会再试。',
    ja: '埋め込みサーバーが時間内に応答しませんでした。あとでもう一度試します。',
    ko: '임베딩 서버가 제때 응답하지 않았어요. 나중에 다시 시도할게요.',
  },
  'embedder-away': {
    en: 'The embedding endpoint cannot be reached. Is it running, and is its address right?',
    zh: '无法连接嵌入服务。请确认它在运行、地址正确。',
    ja: '埋め込みサーバーに届きません。動いているか、アドレスが正しいか確かめてください。',
    ko: '임베딩 서버에 연결할 수 없어요. 실행 중인지, 주소가 맞는지 확인해 주세요.',
  },
  'embedder-nonsense': {
    en: 'The embedding endpoint gave an answer that cannot be used: {what}.',
    zh: '嵌入服务的回答无法使用：{what}。',
    ja: '埋め込みサーバーの答えが使えません: {what}。',
    ko: '임베딩 서버의 응답을 쓸 수 없어요: {what}.',
  },
  'download-failed': {
    en: 'The embedding model could not be fetched, and nothing was installed. Check the connection and try again.',
    zh: '嵌入模型下载失败，没有安装任何东西。请检查网络后再试。',
    ja: '埋め込みモデルを取得できず、何も入れていません。接続を確かめてもう一度お試しください。',
    ko: '임베딩 모델을 받지 못해 아무것도 설치하지 않았어요. 연결을 확인하고 다시 시도해 주세요.',
  },
  'download-damaged': {
    en: 'What was fetched is not the file that was expected. Nothing was installed; please try again.',
    zh: '下载的文件与预期不符，没有安装任何东西。请再试一次。',
    ja: '取得したファイルが予定のものと違うため、何も入れていません。もう一度お試しください。',
    ko: '받은 파일이 예상한 것과 달라 아무것도 설치하지 않았어요. 다시 시도해 주세요.',
  },
  'weights-missing': {
    en: 'The weights of the built-in embedder are missing. Install Open Macaron anew; until then recall goes by words alone.',
    zh: '内置嵌入器的权重文件缺失。请重新安装 Open Macaron；在此之前只按词语回忆。',
    ja: '内蔵の埋め込みの重みがありません。Open Macaron を入れ直してください。それまでは言葉だけで探します。',
    ko: '내장 임베딩의 가중치 파일이 없어요. Open Macaron을 다시 설치해 주세요. 그때까지는 낱말로만 찾아요.',
  },
  'weights-cut': {
    en: 'The weights of the embedder are cut short: {bytes} of {whole} bytes are there. Install them anew.',
    zh: '嵌入器的权重文件不完整：共 {whole} 字节，只有 {bytes} 字节。请重新安装。',
    ja: '埋め込みの重みが途中で切れています（{whole} バイト中 {bytes} バイト）。入れ直してください。',
    ko: '임베딩 가중치 파일이 잘려 있어요({whole}바이트 중 {bytes}바이트). 다시 설치해 주세요.',
  },
  'weights-damaged': {
    en: 'The weights of the embedder are damaged. Install them anew.',
    zh: '嵌入器的权重文件已损坏。请重新安装。',
    ja: '埋め込みの重みが壊れています。入れ直してください。',
    ko: '임베딩 가중치 파일이 손상됐어요. 다시 설치해 주세요.',
  },
  'weights-foreign': {
    en: 'This is not a file of embedding weights.',
    zh: '这不是嵌入权重文件。',
    ja: 'これは埋め込みの重みのファイルではありません。',
    ko: '임베딩 가중치 파일이 아니에요.',
  },
  'weights-version': {
    en: 'These embedding weights are of version {version}, which this program does not read. Update Open Macaron.',
    zh: '这些嵌入权重的版本是 {version}，本程序无法读取。请更新 Open Macaron。',
    ja: 'この埋め込みの重みは第 {version} 版で、このプログラムでは読めません。Open Macaron を更新してください。',
    ko: '이 임베딩 가중치는 버전 {version}(이)라 읽을 수 없어요. Open Macaron을 업데이트해 주세요.',
  },
  'index-invalid': {
    en: 'The saved search index cannot be used. It is built again from what is remembered; nothing is lost.',
    zh: '保存的搜索索引无法使用，将根据记忆重新建立，内容不会丢失。',
    ja: '保存した検索の索引が使えません。記憶から作り直します。何も失われていません。',
    ko: '저장된 검색 색인을 쓸 수 없어요. 기억에서 다시 만들며, 잃는 것은 없어요.',
  },
  'index-full': {
    en: 'The search index has no memory for more than {size} items. Forget some first.',
    zh: '搜索索引放不下超过 {size} 条内容。请先忘记一些。',
    ja: '検索の索引は {size} 件を超えて入りません。先にいくつか忘れさせてください。',
    ko: '검색 색인에는 {size}개까지만 들어가요. 먼저 몇 가지를 잊게 해 주세요.',
  },
  'k-invalid': {
    en: 'How many neighbours to find is a whole number from 1 up.',
    zh: '要找的邻居数量必须是从 1 开始的整数。',
    ja: '探す近傍の数は 1 以上の整数です。',
    ko: '찾을 이웃의 수는 1 이상의 정수여야 해요.',
  },
  'vector-exists': {
    en: 'There is a vector of that number already.',
    zh: '已有相同编号的向量。',
    ja: '同じ番号のベクトルがすでにあります。',
    ko: '같은 번호의 벡터가 이미 있어요.',
  },
  'vector-unknown': {
    en: 'There is no vector of that number.',
    zh: '没有这个编号的向量。',
    ja: 'その番号のベクトルはありません。',
    ko: '그 번호의 벡터가 없어요.',
  },
  'vector-invalid': {
    en: 'The vector cannot be used: its length or one of its figures is wrong.',
    zh: '这个向量无法使用：长度或某个数值不对。',
    ja: 'ベクトルが使えません。長さか値のどれかが正しくありません。',
    ko: '벡터를 쓸 수 없어요. 길이나 값이 맞지 않아요.',
  },
}

/** Words that contain a form but mean something else; where one stands, the form in it is not seen. */
export const FRIENDS: readonly string[] = ['日本', '手表', '不会', '大家', '人工']

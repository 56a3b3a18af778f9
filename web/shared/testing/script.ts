/**
 * Characters that exist in one script only, in pairs: simplified, traditional. Not a dictionary: enough of the common
 * words of this product to notice a text that was put into the wrong file. Characters used in both are left out.
 */
const PAIRS =
  '们們这這个個来來时時会會对對发發说說动動过過还還进進边邊长長问問门門关關开開无無现現电電业業务務员員记記录錄账帳号號码碼辖轄' +
  '区區检檢测測试試验驗证證认認书書写寫读讀语語设設备備选選择擇删刪应應当當请請输輸统統计計数數据據处處责責险險隐隱态態报報单單' +
  '导導办辦复復审審级級类類项項环環节節组組织織机機构構场場层層楼樓东東车車辆輛医醫疗療园園护護养養劳勞灾災烟煙热熱灯燈' +
  '压壓缩縮传傳载載图圖档檔汇匯总總历歷史史页頁显顯标標题題称稱状狀换換终終结結给給绍紹约約纪紀级級练練网網罚罰职職联聯' +
  '规規视視览覽订訂训訓议議讯訊讲講许許论論访訪评評识識诉訴诊診词詞译譯详詳误誤谁誰调調谢謝负負财財贡貢质質购購贴貼费費资資' +
  '赔賠轮輪软軟转轉较較达達违違远遠连連迟遲适適邮郵针針钟鐘钢鋼铁鐵铺鋪销銷锁鎖错錯镇鎮闭閉间間闻聞阅閱队隊阶階际際陆陸陈陳随隨' +
  '难難零零静靜顶頂顺順须須预預领領频頻风風饭飯饮飲馆館驾駕龄齡龙龍确確权權条條杂雜极極样樣树樹梯梯桥橋档檔决決况況减減' +
  '凭憑创創别別剂劑励勵劝勸协協华華厂廠厅廳县縣参參双雙变變叶葉听聽启啟响響团團围圍国國坏壞块塊坚堅执執扩擴扫掃护護担擔拟擬' +
  '拥擁挂掛损損换換据據无無旧舊显顯术術杀殺汉漢污污沟溝没沒济濟涂塗润潤温溫湾灣满滿灭滅炼煉烧燒爱愛独獨狭狹率率画畫疗療监監盖蓋' +
  '码碼础礎离離种種积積稳穩穷窮窃竊竞競笔筆签簽简簡紧緊维維综綜缓緩编編缺缺罗羅胜勝脑腦舰艦艺藝药藥获獲虑慮补補装裝观觀觉覺触觸' +
  '誉譽警警让讓该該课課谋謀贵貴赛賽赶趕践踐车車轻輕辅輔输輸迁遷运運邻鄰释釋鉴鑒钥鑰银銀键鍵锅鍋闲閒闸閘阴陰阳陽险險雾霧'

const simplified = new Set<string>()
const traditional = new Set<string>()
const characters = [...PAIRS]
for (let i = 0; i + 1 < characters.length; i += 2) {
  const [one, other] = [characters[i], characters[i + 1]]
  if (one === undefined || other === undefined || one === other) continue
  simplified.add(one)
  traditional.add(other)
}

/** A text without its quotations, which name something as it is written elsewhere, e.g. the column of a table. */
export function unquoted(text: string): string {
  return text.replace(/「[^」]*」|“[^”]*”/g, '')
}

/** Characters of a text that belong to the other script than the one it should be written in. */
export function strays(text: string, script: 'simplified' | 'traditional'): string[] {
  const foreign = script === 'traditional' ? simplified : traditional
  return [...new Set(unquoted(text))].filter((character) => foreign.has(character))
}

package source

import "sync"

// common has the 1,000 most frequent Han characters of Chinese news in the
// simplified script, the most frequent first. The first 300 are two thirds,
// all of them nine tenths of the characters of running text; in bytes read in
// the wrong encoding they are one in twenty. The order is a count over
// broadcast and newspaper language and need not be exact.
const common = "" +
	"的国中一在人年大和新会了发日是有为全作民业地上行出不家要展部进工成月政方主生以经对来个动" +
	"视同实时建市天合平多到开央加重关力联长这区高化产现前美等我公今理学强社北总务共本体党员近" +
	"法文们表面机制委利定华于下分设持能代过济电京将自海军他好者与十事各南报目通场用系提两就安" +
	"议当播消斯西后网记领外度心增保明治资特习内息推万克次第科入统院东基亚战改闻得金交三道小江" +
	"省导农问里水向正从也元题最组企频际之示活世说局立路点量调深山其期广子起团书拉情已去台品队" +
	"村技达界任位性可举程决应间着义尔运李坚指都更创名意结门种续革信而并及府项还协解席管布计张" +
	"所施造取比相司放集教术步二式节规德数据族春首众州罗流使俄支办物此四精口育城干志色由五收巴" +
	"质研商把风车求马王受周伊常服老快防至港论群级县传河织话气带林先确接标些护格见列亿投如线处" +
	"原极认参手件构形无神果专想域阿别势非然医优因查条纪效看完供思积回难做乡源策约稳打价反球贫" +
	"洲境武历责变职少届欧选例案观维空落英史被号环困引权百双互融命费尼单整兴准兰营但给严香型争" +
	"转走断清感升态谈助复影游八致贸青批继击头证图略核友益究根刘光易病宣没讲告越连赛备愿划超称" +
	"样速士望客切航识女演边福范健九装访副始监真铁促再米卫乐灾身宁善让每土片需住只几乌又模率户" +
	"剧苏响火夫未况直希验银采往警晚富显艺古突具功庆检才控房必石该层段类础何值很哈普包花评察康" +
	"站负知波热红午陈湖获那泽旅预措云龙疫救紧讯则奥声阳远黄象居斗依许律排献镇降围份伟爱迎考念" +
	"飞藏送障己章贯署挥初塔校官荣兵良亲太抗字财满湾抓班版努印坦执儿器景审沙破韩均盟千或田险彻" +
	"油朗奋承照厂底货汉仅税温低试雪养白充纳款吉培较六足冬钱食减注容密丰馆临半扩限终卡随园失启" +
	"欢扶修么离素祝股言星驻占师除置震存胜津它征岸销智担按汇余待须脱配顿召黑川博澳派她烈测药便" +
	"早季幕贵帮七奖票额急洋座胡恩聚候你威劳死尽即朝针岁请瑞阶疗绿峰桥泰媒萨伴危库故杨探督移陆" +
	"攻输索遇粮岛草刚购丽勒听训曾贺停令吴祖雨贡冠算践介岗售伙船属牌室永久止赵疆写眼堂树激音舞" +
	"守援刻歌独累蒙托币鲜鲁亡仍夏综伤害玉雷料典状绍盛留塞扬竞括读判录冲顺编序什振补秀黎喜适违" +
	"邓截诊轮涉袭宝巨繁虎叙摄哥彩仪菜却固予冰谢幅附像罪犯扎签逐庭短换拿旦架昌惠压端延假木孙钟" +
	"赞述退呼络画讨且礼浙射厅伯徐损鹏苦买夜瓦轻束励跨染语童著邦享亮贝练弹齐洪莫坛材埃鼓靠孩曲" +
	"绩街登旗暴映叶沿宏贷吸梁筹拥店拓森尚免键毛汽载遭杰吃妇败角细奇勇"

// traditional has the characters of common that the traditional script writes
// otherwise, each followed by the other form.
const traditional = "" +
	"国國会會发發为為业業进進经經对對来來个個动動视視实實时時开開关關联聯长長这這区區产產现現" +
	"学學强強总總务務体體党黨员員们們机機华華于於设設过過济濟电電将將军軍与與报報场場两兩议議" +
	"当當后後网網记記领領资資习習内內万萬统統东東亚亞战戰闻聞导導农農问問从從题題组組频頻际際" +
	"说說点點调調广廣团團书書队隊达達举舉决決应應间間着著义義尔爾运運坚堅创創结結门門种種续續" +
	"并並项項还還协協计計张張术術节節规規数數据據众眾罗羅办辦干乾质質风風车車马馬论論级級县縣" +
	"传傳织織话話气氣带帶确確标標护護见見亿億线線处處极極认認参參构構无無专專别別势勢医醫优優" +
	"条條纪紀积積难難乡鄉约約稳穩价價贫貧历歷责責变變职職届屆欧歐选選观觀维維号號环環权權双雙" +
	"费費单單兴興兰蘭营營给給严嚴争爭转轉断斷态態谈談复復贸貿继繼击擊头頭证證图圖刘劉没沒讲講" +
	"连連赛賽备備愿願称稱样樣识識边邊范範装裝访訪监監铁鐵卫衛乐樂灾災宁寧让讓几幾乌烏户戶剧劇" +
	"苏蘇响響况況验驗银銀采採显顯艺藝庆慶检檢该該层層类類础礎评評负負热熱红紅陈陳获獲泽澤预預" +
	"云雲龙龍紧緊讯訊则則奥奧声聲阳陽远遠黄黃斗鬥许許献獻镇鎮围圍伟偉爱愛飞飛贯貫挥揮荣榮亲親" +
	"财財满滿湾灣执執儿兒审審韩韓险險彻徹奋奮厂廠货貨汉漢仅僅税稅温溫试試养養纳納较較钱錢减減" +
	"丰豐馆館临臨扩擴终終随隨园園启啟欢歡么麼离離驻駐占佔师師胜勝征徵销銷担擔汇匯须須脱脫顿頓" +
	"测測药藥贵貴帮幫奖獎额額劳勞尽盡针針岁歲请請阶階疗療绿綠桥橋萨薩库庫杨楊陆陸输輸粮糧岛島" +
	"刚剛购購丽麗听聽训訓贺賀吴吳贡貢践踐岗崗属屬赵趙写寫树樹独獨币幣鲜鮮鲁魯综綜伤傷状狀绍紹" +
	"扬揚竞競读讀录錄冲衝顺順编編补補适適违違邓鄧诊診轮輪袭襲宝寶叙敘摄攝仪儀却卻谢謝签簽换換" +
	"压壓孙孫钟鐘赞贊络絡画畫讨討礼禮厅廳损損鹏鵬买買轻輕励勵语語贝貝练練弹彈齐齊坛壇绩績叶葉" +
	"贷貸筹籌拥擁键鍵载載杰傑妇婦败敗细細"

// variants are further forms for which the simplified script has one of
// common, after it: two traditional characters that became one, and forms of
// older print.
const variants = "" +
	"里裡里裏系係系繫周週准準制製布佈划劃台臺台颱群羣复複发髮面麵只祗只隻干幹向嚮" +
	"余餘志誌后後于於峰峯才纔冲沖历曆汇彙为爲众衆线綫即卽教敎真眞" +
	"说説产産游遊托託注註克剋"

// frequent is how many characters of common are the most frequent.
const frequent = 300

// The range of Han characters that tier knows.
const (
	firstHan = '\u4e00'
	lastHan  = '\u9fff'
)

// tier says how frequent a Han character is, counted from firstHan: 2 among
// the first of common, 1 among the others, 0 for all else.
var tier = sync.OnceValue(func() *[lastHan - firstHan + 1]int8 {
	var t [lastHan - firstHan + 1]int8
	n := 0
	for _, r := range common {
		t[r-firstHan] = 1
		if n < frequent {
			t[r-firstHan] = 2
		}
		n++
	}
	for _, list := range []string{traditional, variants} {
		for r := []rune(list); len(r) >= 2; r = r[2:] {
			was, is := r[0]-firstHan, r[1]-firstHan
			t[is] = max(t[is], t[was], 1)
		}
	}
	return &t
})

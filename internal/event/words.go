package event

import "strings"

// set is a list of words.
type set map[string]bool

// words makes a set of the words of a list.
func words(list string) set {
	out := set{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// union is the set of what is in any of the sets.
func union(sets ...set) set {
	out := set{}
	for _, s := range sets {
		for w := range s {
			out[w] = true
		}
	}
	return out
}

// Words by what they do in a clause. All lists hold general vocabulary, in the
// folded script.
var (
	// companions stand before whom something is done together with.
	companions = words(`同 与 跟 会同 偕 偕同 随同 随 和`)
	// addressing stand before the one to whom something is directed.
	addressing = words(`向 对 给 致`)
	// agents stand before who does it in a passive clause.
	agents = words(`由 经 被 受`)
	// motions stand before the place where somebody goes to do something.
	motions = words(`到 赴 来 前来 前往 来到 去 往 飞赴 抵 专程到 专程来 来华`)
	// others stand before a phrase that is no part of an event.
	others = words(`从 自 自从 乘 乘坐 以 就 围绕 关于 根据 据 按照 按 依照 依据 为了 除 除了 因 因为 由于 鉴于 通过 经过 针对 凭 沿 朝 至 如 像 比 替 用 本着 作为 趁 借 值 每逢`)
	// locatives close a phrase of place or occasion that 在 opens.
	locatives = words(`上 中 下 时 期间 之际 后 前 内 里 间 之间 处 旁 之后 之前 以后 以前 之中 同时 过程中 门外 之下 时候 间隙 之余 边`)
	// occasions are the locatives of time.
	occasions = words(`时 期间 之际 后 前 之后 之前 以后 以前 同时 过程中 时候 间隙 之余 毕 中 时说 之时`)
	// denied say that it did not happen.
	denied = words(`未 没有 没 不 拒绝 不能 不会 从未 决不 绝不 并非 否认 并未 无法 反对 未能 尚未 未曾 不得 不愿 不肯 避免 未予 不予 不再 不 莫 勿 不想 禁止 拒不 拒 防止 抵制 阻止`)
	// wished say that somebody wants or may do it.
	wished = words(`愿 愿意 希望 期待 应 应该 应当 要 必须 须 需 需要 可 可以 能 能够 欲 呼吁 建议 要求 敦促 争取 推动 鼓励 请求 力争 盼 期望 邀请 请 有望 主张 倡议 如 如果 若 一旦 倘 是否 可能 或 或许 提议 想 欲求 号召 促请 同意 允许 催促 支持 答应 为了 以便 便于 得 即可 方可 才能 有权 旨在 用于 设法 尝试`)
	// plans say that it is to happen.
	plans = words(`将 将要 将会 定于 拟 拟于 计划 即将 准备 预定 决定 打算 商定 约定 行将 预计 预料 原定 定`)
	// gladness are verbs whose object clause tells what the reader knows.
	gladness = words(`祝贺 庆贺 热烈祝贺 欣悉 欣闻 获悉 得知 贺 恭贺 庆祝 祝愿 感谢 高兴 衷心祝贺 审议 听取 审查 讨论`)
	// pivots are verbs whose object does what the next verb says.
	pivots = words(`欢迎 派 派遣 委派 特派 命 令 介绍 宣布 证实 透露 通报 见证 目睹 促使 委托 授权 热烈欢迎 组织`)
	// leads are verbs whose object comes along.
	leads = words(`率 率领 偕同 带领`)
	// gerunds are verbs that stand in names of bodies and posts.
	gerunds = words(`实践 征管 教育 管理 建设 改革 研究 发展 合作 生产 领导 服务 指导 监督 交流 检查 调查 协商 纪律检查 贸易 运输 卫生 规划 监察 保障 代表 防卫 组织 筹备 救济 统战 学习 工作 安全 外交 教学 慰问 执行 审判 创新 管制 顾问 协调 分裂 解放 游击 先遣 妇女`)
	// lightVerbs stand before a noun that tells the event.
	lightVerbs = words(`举行 进行 作 做 展开 开展 作出`)
	// joiners stand between the members of a list.
	joiners = words(`、 和 及 以及 与 暨 或`)
	// measures stand for members of a list that are left out.
	leftOut = words(`等 等人 一行 们 等等 诸`)
	// determiners may begin or stand in a noun phrase though they are no nouns.
	determiners = words(`各 全 全体 该 本 有关 其他 其它 一些 许多 部分 两 三 几 多 多名 若干 某 某些 大批 广大 每 诸 我国 我 我们 你 你们 您 他们 新 原 前 首 中外 中方 西方 双方 一位 一名 一个 一批 主要 内外 国内外 国内 国外 有关方面 当地 所有 另 各国 各地 各界 各族 彼 彼等 本报 驻 与会 大批 所属 下属 联合 人 者 项 非 一方 双边 陪同 为首 届 次 中外记者 年度 国家 人士`)
	// adverbs may stand between a subject and its verb.
	adverbs = words(`曾 就 也 都 还 又 再 再次 首先 随后 同时 则 亦 乃 便 即 已 正 均 仍 仍然 分别 共同 一致 热烈 亲切 热情 友好 经常 每次 多次 一再 曾经 已经 正在 日前 近日 先后 当场 当即 立即 随即 继续 特别 专门 公开 再度 今天 昨天 亲自 联合 集体 重新 最近 刚刚 刚 一起 一同 一道 率先 应约 应邀 如期 顺利 隆重 正式 胜利 并 且 并且 而 而且 也都 旋 旋即 顷 遂 复 特 业 业已 皆 俱 咸 一一 首次 第一 时间 共 全部 全文 专程 同机 接着 然后 最后 另外 此外 当天 同日 即日 早在 是 于 在场 简短 单独 秘密 礼节性 连任 一 乃 一齐 会后 会前 席间 会谈后 会见后 其间 期间 这时 其时 届时 当 每当 时 之后 后 开始 结束 圆满 成功 但 但是 不过 因此 所以 于是`)
	// vehicles carry who is meant.
	vehicles = words(`专机 飞机 专列 列车 火车 轮船 军舰 座机 汽车 车队 专车 舰 轮 客机`)
	// meetings are nouns for a sitting; halls for what is celebrated.
	meetings = words(`会议 全会 大会 座谈会 峰会 论坛 研讨会 例会 首脑会议 代表大会 全国代表大会 外长会 年会 全体会议 常务会议 工作会议 联席会议 委员会会议 理事会 茶话会 报告会 学习会 动员会 部长会议 扩大会议 汇报会 讨论会 秘密会议 交流会 推进会 学术会议 圆桌会议 紧急会议 常会 外长会议 政治局会议 电视电话会议 动员大会 表彰大会 纪念大会 庆祝大会 代表会议 协商会 会 常委会会议 特别会议 民主生活会 总结会 工作会 部署会`)
	halls    = words(`仪式 典礼 宴会 国宴 招待会 酒会 午宴 晚宴 茶会 追悼会 欢迎会 欢送会 晚会 欢迎仪式 签字仪式 开幕式 闭幕式 升旗仪式 阅兵式 葬礼 国葬 婚礼 揭幕式 落成典礼 开国大典 授勋仪式 告别仪式 追悼大会 公祭 音乐会 便宴 家宴 盛宴 茶点 午餐会 早餐会 联欢会 公祭仪式 欢迎宴会`)
	// saids are verbs of saying that stand after a noun that tells the event.
	saids = words(`说 指出 强调 表示 称 写道 祝贺 认为 谓 祝愿 提出 宣布 谈到 要求 还 还说 说道 重申 希望 向 对 也`)
	// documents are nouns for texts that are made public.
	documents = words(`公报 声明 宣言 白皮书 文章 社论 文件 宪法 法律 法令 条例 规定 决定 决议 意见 方案 规划 纲要 共识 评论 公告 布告 报告 宣言书 评论员文章 署名文章 新闻公报 联合声明 联合公报 共同声明 办法 通告 法 细则 章程 计划 准则 名单 告 书 诏书 规则 通则 指南 标准 展望 蓝图 倡议 告同胞书 公开信 草案 条文 全文 上谕 训令 命令书 约章 法案 公约 条约 协定 议定书 备忘录 总结 立场文件`)
	// letters are nouns for a letter.
	letters = words(`贺电 贺信 贺函 唁电 慰问电 回信 复信 复电 公开信 亲笔信 信 函 电报 口信 书信 慰问信 唁函 感谢信 电文 国书 照会 来信 来电 致函 贺词`)
)

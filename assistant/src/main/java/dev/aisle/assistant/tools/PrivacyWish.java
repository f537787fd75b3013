package dev.aisle.assistant.tools;

import java.util.regex.Pattern;

/** What somebody wants who speaks of his or her data. */
enum PrivacyWish {
    /** To know what is allowed. */
    CONSENTS,
    /** A copy of everything known. */
    ACCESS,
    /** That everything is erased. */
    ERASURE,
    /** Something that the articles may answer. */
    OTHER;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern ERASE = Pattern.compile(
            "\\b(?:delete|erase|remove|wipe|forget)\\b.{0,40}\\b(?:data|me|account|everything|information|profile|history)\\b"
                    + "|right to be forgotten|(?:删除|清除|抹掉|注销|删掉).{0,12}(?:数据|资料|信息|账号|账户|记录)|(?:数据|资料|信息|账号|账户|记录).{0,8}(?:删除|清除|删掉|注销)|被遗忘",
            FLAGS);
    private static final Pattern COPY = Pattern.compile(
            "\\b(?:copy|export|download|send me|give me|see|show)\\b.{0,40}\\b(?:data|information)\\b|what (?:do you|data|information).{0,30}(?:know|have|store|hold).{0,20}(?:me|my)?"
                    + "|(?:导出|下载|副本|查看|查询|索取).{0,12}(?:数据|资料|信息)|(?:知道|保存|存了|掌握|收集).{0,8}我.{0,8}(?:什么|哪些)|我的?哪些(?:数据|信息|资料)",
            FLAGS);
    private static final Pattern ALLOWED = Pattern.compile(
            "\\b(?:consent|consented|agreed|agree to|allowed|opt(?:ed)?[- ](?:in|out)|permissions?)\\b|同意了?|授权|许可",
            FLAGS);
    private static final Pattern YES = Pattern.compile(
            "\\s*(?:yes|yes,? please|yes,? do (?:it|that)|confirm|i confirm|sure|ok|okay|是|是的|好|好的|确认|确定|可以|对)[.!。！ ]*",
            FLAGS);

    /** The wish of a text. */
    public static PrivacyWish of(String text) {
        if (ERASE.matcher(text).find()) {
            return ERASURE;
        }
        if (COPY.matcher(text).find()) {
            return ACCESS;
        }
        return ALLOWED.matcher(text).find() ? CONSENTS : OTHER;
    }

    /** Whether a text is a plain yes; whatever says more is none. */
    public static boolean confirms(String text) {
        return YES.matcher(text).matches();
    }
}

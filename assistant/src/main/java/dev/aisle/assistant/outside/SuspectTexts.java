package dev.aisle.assistant.outside;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Tells texts that speak to a machine instead of a shopper. A passage with such a text is neither given to a model nor a source of what it writes, and such a
 * sentence of an article or a review isn't quoted.
 */
public final class SuspectTexts {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]|[\\p{Cc}&&[^\\r\\n\\t]]");
    private static final Pattern HIDDEN =
            Pattern.compile("[\\x{E0000}-\\x{E007F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]|(?:\\p{L}\\x{200B}){3}");
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]{24,}={0,2}");
    private static final Pattern MARKUP = Pattern.compile(
            "<\\s*[/!a-z|]|\\]\\(|javascript:|\\{\\s*\"|\\[/?inst\\]|<\\||#{2,}\\s*(?:new"
                    + " |system|instruction|新|指令|系统)|(?:^|[.!?。！？]\\s*)(?:system|系统)\\s*[:：]|drop table|delete from|update"
                    + " \\w+ set",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern ADDRESSED = Pattern.compile(
            "\\b(?:ai|a\\.i\\.|assistant|chat ?bot|language model|llm|gpt|dan)\\b|\\bsystem"
                    + " (?:message|prompt)\\b|\\byou are (?:now|an ai)\\b"
                    + "|\\b(?:ignore|disregard|forget|override)\\b.{0,40}\\b(?:instructions?|rules?|passages?|above|previous)\\b|\\bapi.?keys?\\b|\\b(?:decode|obey)\\b|\\bhidden"
                    + " instructions?\\b"
                    + "|助手|人工智能|语言模型|机器人|大模型|系统(?:消息|提示)|提示词|忽略.{0,12}(?:指令|规则|段落|要求)|无视.{0,12}(?:指令|规则|段落|要求)"
                    + "|你现在是|解码|密钥|(?:以下|下面).{0,4}(?:指示|指令)|隐藏指令",
            Pattern.CASE_INSENSITIVE);

    private SuspectTexts() {}

    /** Whether it should not be shown to a model. */
    public static boolean speaksToMachines(String text) {
        if (HIDDEN.matcher(text).find() || ENCODED.matcher(text).find()) {
            return true;
        }
        String plain = Normalizer.normalize(INVISIBLE.matcher(text).replaceAll(""), Normalizer.Form.NFKC);
        return MARKUP.matcher(plain).find() || ADDRESSED.matcher(plain).find() || mixesScripts(plain);
    }

    /** Latin and Cyrillic or Greek letters within one word, which look alike. */
    private static boolean mixesScripts(String text) {
        return LOOK_ALIKES.matcher(text).find();
    }

    private static final Pattern LOOK_ALIKES =
            Pattern.compile("\\p{IsLatin}[\\p{IsCyrillic}\\p{IsGreek}]|[\\p{IsCyrillic}\\p{IsGreek}]\\p{IsLatin}");
}

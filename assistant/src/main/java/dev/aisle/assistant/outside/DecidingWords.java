package dev.aisle.assistant.outside;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Words one of which turns what a sentence promises: whatever it says of them, its source must say too. The words of a kind mean the same; of opposite kinds
 * neither stands for the other.
 */
final class DecidingWords {
    private static final Map<String, Pattern> KINDS = new LinkedHashMap<>();

    static {
        kind("free", "free|no charge|no cost|免费|包邮|免运费|免邮|免收");
        kind("charged", "charged?|fees?|costs?|pays?|paid|收费|收取|付费|承担|自理");
        kind("least", "over|above|more than|at least|from|minimum|exceeds?|exceeding|以上|超过|满|至少|不少于|起");
        kind("most", "under|below|less than|at most|up to|maximum|以下|低于|不足|不到|最多|不超过|以内");
        kind("before", "before|until|by the time|之前|以前|前");
        kind("after", "after|afterwards?|once|since|following|之后|以后|后");
        kind("within", "within|inside|in the first|之内|内");
        kind("all", "all|every|everything|everyone|any|anything|anyone|entire|所有|全部|任何|一切|每个|全场|都");
        kind("only", "only|exclusively|solely|仅|只");
        kind(
                "always",
                "always|anytime|any time|whenever|forever|lifetime|permanent(?:ly)?|unlimited|indefinitely|永久|终身|随时|永远|无限|一直");
        kind("at once", "immediate(?:ly)?|instant(?:ly)?|at once|right away|same day|today|now|立即|马上|立刻|即时|当天|今天|现在");
        kind("automatic", "automatic(?:ally)?|自动");
        kind("guarantee", "guarantee[sd]?|guaranteed|promise[sd]?|保证|承诺|一定|肯定");
        kind("full", "full|fully|complete(?:ly)?|whole|全额|完全|全款|整");
        kind("part", "partial(?:ly)?|half|part|一半|部分");
        kind("double", "double|twice|triple|双倍|两倍|翻倍");
        kind("must", "must|required?|requires|mandatory|have to|has to|必须|务必|须");
        kind("without", "without");
        kind("open", "open|opens|营业|开门");
        kind("closed", "closed?|closes|休息|关门|打烊");
        kind("first", "first|earliest|首次|第一|首单");
        kind("last", "last|latest|final|最后|最终|最晚");
        kind("new", "unused|unopened|unworn|original|未使用|未拆封|全新|原包装");
        kind("used", "(?<!un)used|(?<!un)opened|(?<!un)worn|damaged|使用过|已拆封|拆封后|损坏");
    }

    private static final Pattern NEGATION = Pattern.compile(
            "\\b(?:not|no|never|cannot|nor|neither|none|nobody|nothing|unable|except|excluded?|excluding|refused?|unavailable|impossible)\\b|n't\\b"
                    + "|[不没无未非勿别]|禁止|拒绝|除外|除了");
    /** A character that negates nothing there. */
    private static final Pattern NO_NEGATION = Pattern.compile(
            "不仅|不但|无论|不论|不管|未使用|未拆封|不少于|不超过|不足|不到|区别|别人|特别|非常|类别|级别|无忧|差不多|no later than|not only|no charge|no cost");

    private DecidingWords() {}

    private static void kind(String name, String words) {
        StringBuilder pattern = new StringBuilder();
        for (String word : words.split("\\|(?![^(]*\\))", -1)) {
            boolean latin =
                    word.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
            pattern.append(pattern.isEmpty() ? "" : "|").append(latin ? "\\b" + word + "\\b" : word);
        }
        KINDS.put(name, Pattern.compile(pattern.toString()));
    }

    /** The kinds that a text has words of. */
    static Set<String> of(String text) {
        String plain = plain(text);
        Set<String> found = new TreeSet<>();
        KINDS.forEach((kind, words) -> {
            if (words.matcher(plain).find()) {
                found.add(kind);
            }
        });
        return found;
    }

    /** Whether it says no to something. */
    static boolean negated(String text) {
        return NEGATION.matcher(NO_NEGATION.matcher(plain(text)).replaceAll(" "))
                .find();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
    }
}

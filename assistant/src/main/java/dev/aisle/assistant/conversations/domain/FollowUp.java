package dev.aisle.assistant.conversations.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a message can only be read with what was said before it: "and to Austria?", "那退货呢？". */
public final class FollowUp {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int MOST_WORDS = 12;
    private static final Pattern ENGLISH = Pattern.compile(
            "^(?:ok(?:ay)?[, ]+|so[, ]+|hm+[, ]+)?(?:and|but|or|also|what about|how about|what if|same for|and what about|and how about)[, ]+(?<rest>.+?)[?!. ]*$",
            FLAGS);
    private static final Pattern CHINESE = Pattern.compile("^(?:好的?[，, ]*)?(?:那么?|还有|如果)?(?<rest>.{1,20}?)呢[？?。！! ]*$");
    private static final Pattern CHINESE_START = Pattern.compile("^(?:那么?|还有|另外)[，, ]*(?<rest>.{1,24}?)[？?。！! ]*$");
    private static final Pattern IT = Pattern.compile(
            "(?:^|[^a-z])(?:it|this one|that one|this|that|they|them|these|those|the first one|there)(?:[^a-z]|$)",
            FLAGS);
    private static final Pattern CHINESE_IT = Pattern.compile("它|这个|那个|这款|那款|这件|那件|第一个|上面");

    private FollowUp() {}

    /** What a message asks beside the one before it; empty when it stands alone. */
    public static Optional<String> rest(String text) {
        String line = text.strip();
        for (Pattern pattern : new Pattern[] {ENGLISH, CHINESE, CHINESE_START}) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches() && line.split("\\s+", -1).length <= MOST_WORDS) {
                return Optional.of(matcher.group("rest").strip());
            }
        }
        return Optional.empty();
    }

    /** Whether it points at something that was shown or said. */
    public static boolean pointsBack(String text) {
        return IT.matcher(text).find() || CHINESE_IT.matcher(text).find();
    }
}

package dev.aisle.algorithms.privacy.pii;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A type with a fixed form and, mostly, a check digit. */
final class PatternRecogniser implements Recogniser {
    private final PiiType type;
    private final Predicate<Makeup> worthwhile;
    private final Pattern pattern;
    private final Predicate<String> check;

    PatternRecogniser(PiiType type, Predicate<Makeup> worthwhile, String pattern, Predicate<String> check) {
        this.type = type;
        this.worthwhile = worthwhile;
        this.pattern = Pattern.compile("(?<![\\w-])(?:" + pattern + ")(?![\\w-])");
        this.check = check;
    }

    @Override
    public boolean isWorthwhile(Makeup makeup) {
        return worthwhile.test(makeup);
    }

    @Override
    public void find(String text, List<PiiSpan> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (check.test(matcher.group())) {
                found.add(new PiiSpan(type, matcher.start(), matcher.end()));
            }
        }
    }
}

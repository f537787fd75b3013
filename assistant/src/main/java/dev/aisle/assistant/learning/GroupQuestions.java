package dev.aisle.assistant.learning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Groups questions by meaning: each, from the oldest on, goes to the group that it is most like, or begins one. How alike two are is the cosine of their
 * points, raised by the words that they share; without points the words alone tell.
 */
final class GroupQuestions {
    /** How alike a question must be to its group on average; seen on labelled questions, see docs/assistant-learning.md. */
    private static final double ENGLISH_BAR = 0.45;

    private static final double CHINESE_BAR = 0.58;
    private static final double WORDS_BAR = 0.4;
    /** What all words in common add. */
    private static final double WORDS_WEIGHT = 0.25;
    /** Of larger groups only the first so many are looked at, so that the time stays bounded. */
    private static final int MOST_COMPARED = 12;

    private static final Pattern TOKEN = Pattern.compile("\\p{IsHan}{2}|[\\p{L}&&[^\\p{IsHan}]]{3,}");

    private GroupQuestions() {}

    private record Member(AskedQuestion question, Set<String> words) {}

    /** Of one language; the largest group first. */
    public static List<QuestionGroup> group(List<AskedQuestion> questions) {
        List<AskedQuestion> inOrder = new ArrayList<>(questions);
        inOrder.sort(Comparator.comparing(AskedQuestion::askedAt).thenComparing(AskedQuestion::id));
        List<List<Member>> groups = new ArrayList<>();
        Map<String, UUID> newest = new HashMap<>();
        for (AskedQuestion question : inOrder) {
            Member member = new Member(question, words(question.text().text()));
            List<Member> home = nearest(member, groups);
            if (home == null) {
                home = new ArrayList<>();
                groups.add(home);
            }
            home.add(member);
            newest.put(question.person(), idOf(home));
        }
        return groups.stream()
                .map(group -> told(
                        group,
                        newest.values().stream().filter(idOf(group)::equals).count()))
                .sorted(Comparator.comparingLong(QuestionGroup::people)
                        .reversed()
                        .thenComparing(QuestionGroup::id))
                .toList();
    }

    private static UUID idOf(List<Member> group) {
        return group.getFirst().question().id();
    }

    private static @Nullable List<Member> nearest(Member member, List<List<Member>> groups) {
        List<Member> best = null;
        double bestMargin = 0;
        for (List<Member> group : groups) {
            double margin = margin(member, group);
            if (margin > bestMargin) {
                bestMargin = margin;
                best = group;
            }
        }
        return best;
    }

    private static double margin(Member member, List<Member> group) {
        int compared = Math.min(MOST_COMPARED, group.size());
        double sum = 0;
        for (Member other : group.subList(0, compared)) {
            sum += over(member, other);
        }
        return sum / compared;
    }

    /** How much more alike than the bar. */
    private static double over(Member one, Member other) {
        double shared = jaccard(one.words(), other.words());
        float[] a = one.question().point();
        float[] b = other.question().point();
        if (a.length == 0 || a.length != b.length) {
            return shared - WORDS_BAR;
        }
        double bar = one.question().language().equals("zh") ? CHINESE_BAR : ENGLISH_BAR;
        return cosine(a, b) + WORDS_WEIGHT * shared - bar;
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static double jaccard(Set<String> a, Set<String> b) {
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        int all = a.size() + b.size() - both.size();
        return all == 0 ? 0 : both.size() / (double) all;
    }

    private static Set<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>();
        Matcher tokens = TOKEN.matcher(plain);
        int from = 0;
        while (tokens.find(from)) {
            words.add(tokens.group());
            // Pairs of Han characters overlap.
            from = Character.UnicodeScript.of(tokens.group().codePointAt(0)) == Character.UnicodeScript.HAN
                    ? tokens.start() + Character.charCount(tokens.group().codePointAt(0))
                    : tokens.end();
        }
        return words;
    }

    private static QuestionGroup told(List<Member> group, long people) {
        Member example = group.stream()
                .max(Comparator.comparingDouble(member -> margin(member, group)))
                .orElseThrow();
        return new QuestionGroup(
                idOf(group),
                example.question().language(),
                example.question().text().text(),
                people,
                group.stream().map(member -> member.question().id()).toList());
    }
}

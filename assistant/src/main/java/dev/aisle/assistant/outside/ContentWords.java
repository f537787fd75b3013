package dev.aisle.assistant.outside;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sentence speaks of: stems of English words and pairs of Han characters, without those that say nothing by themselves. */
final class ContentWords {
    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{M}&&[^\\p{IsHan}]]+(?:['’][\\p{L}]+)?");
    private static final int LONGEST_ENDING = 3;
    private static final Set<String> STOP = words("""
            a an the this that these those there here it its he she they them their theirs you your yours we us our ours i me my
            is are was were be been being am do does did done doing has have had having will would shall should can could may might must
            and or but so as if then than when while where which who whom whose what how why because since of at by for with about into to in on
            also too just very well please yes ok per via such some each other another own same get gets got let make makes made need needs
            want wants like as soon still again already however therefore usually normally simply within up out off us s t re ve ll d m
            two three four five six seven eight nine ten eleven twelve fourteen fifteen twenty thirty forty fifty sixty ninety hundred
            euro euros eur usd dollar dollars percent item each
            not no never without cannot can't don't doesn't won't isn't aren't nor neither none
            """);
    private static final Pattern STOP_HAN =
            Pattern.compile("可以|可|以便|我们|你们|他们|您的|如果|因为|所以|但是|而且|或者|并且|以及|关于|对于|通过|进行|需要|请问|就是|这个|那个|这些|那些|其中"
                    + "|[的了是在和与及或就也都您你我请会能吗呢吧着过把被让给对从到于为它他她这那该此其并且而但若则均将会要需地得之所向即由个本不没无有已未非勿别一二三四五六七八九十百千两]");

    private ContentWords() {}

    private static Set<String> words(String text) {
        return Set.of(new HashSet<>(List.of(text.strip().split("\\s+", -1))).toArray(String[]::new));
    }

    /** Each once, in the order of the text. */
    static Set<String> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        Set<String> found = new LinkedHashSet<>();
        Matcher runs = RUN.matcher(plain);
        while (runs.find()) {
            String run = runs.group();
            if (Character.UnicodeScript.of(run.codePointAt(0)) == Character.UnicodeScript.HAN) {
                addPairs(run, found);
            } else if (!STOP.contains(run)) {
                found.add(stem(run));
            }
        }
        return found;
    }

    private static void addPairs(String run, Set<String> found) {
        for (String part : STOP_HAN.split(run, 0)) {
            int[] characters = part.codePoints().toArray();
            for (int i = 0; i + 1 < characters.length; i++) {
                found.add(new String(characters, i, 2));
            }
            if (characters.length == 1) {
                found.add(part);
            }
        }
    }

    /** A word without the endings of number and tense; both sides of a comparison lose the same. */
    static String stem(String word) {
        String stem = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        if (stem.length() <= LONGEST_ENDING) {
            return stem;
        }
        if (stem.endsWith("ies")) {
            stem = stem.substring(0, stem.length() - 3) + "y";
        } else if (stem.endsWith("ing") && stem.length() > 5) {
            stem = stem.substring(0, stem.length() - 3);
        } else if (stem.endsWith("ed") && stem.length() > 4) {
            stem = stem.substring(0, stem.length() - 2);
        } else if (stem.endsWith("s") && !stem.endsWith("ss")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        if (stem.endsWith("e") && stem.length() > LONGEST_ENDING) {
            stem = stem.substring(0, stem.length() - 1);
        }
        int end = stem.length() - 1;
        boolean doubled = end > 2 && stem.charAt(end) == stem.charAt(end - 1) && "lsz".indexOf(stem.charAt(end)) < 0;
        return doubled ? stem.substring(0, end) : stem;
    }
}

package dev.aisle.assistant.reviews;

import dev.aisle.algorithms.text.Tone;
import dev.aisle.assistant.outside.SuspectTexts;
import dev.aisle.assistant.reviews.ReviewSummary.AspectSummary;
import dev.aisle.assistant.shared.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Sums up reviews: clause by clause, by word lists and the tone of the words. Sentences are taken from reviews as they stand. */
final class SummariseTexts {
    private static final Pattern CLAUSE =
            Pattern.compile("[，,。.!！?？;；\\v]+|(?<=\\s)(?:but|although|however)(?=\\s)|但是|不过|可是|但(?!愿)");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[。.!！?？])|\\v+");
    /** What may be somebody's number or address isn't shown to others, masked or not; nor is markup, or a text that speaks to machines. */
    private static final Pattern PRIVATE =
            Pattern.compile("[0-9]{5,}|@|https?:|www\\.|微信|QQ|\\[[a-z -]{2,20}]", Pattern.CASE_INSENSITIVE);

    private static final double SAYS_SOMETHING = 0.05;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 160;
    private static final int SENTENCES = 2;
    private static final int COMPARED = 100;

    private final AspectWords words = new AspectWords();
    private final Tone tone = Tone.ofShippedWords();
    private final int least;

    /**
     * Shows what enough reviews say.
     *
     * @param least so many reviews must speak of an aspect, and be there at all
     */
    public SummariseTexts(int least) {
        this.least = least;
    }

    private static final class Heard {
        private int reviews;
        private int good;
        private int bad;
        private final List<String> praise = new ArrayList<>();
        private final List<String> blame = new ArrayList<>();
    }

    /** The summary of reviews of one language; without aspects when there are too few. */
    public ReviewSummary of(Language language, List<Review> reviews) {
        Map<Aspect, Heard> heard = new EnumMap<>(Aspect.class);
        for (Review review : reviews) {
            tones(language, review.text().text()).forEach((aspect, said) -> {
                Heard of = heard.computeIfAbsent(aspect, added -> new Heard());
                of.reviews++;
                of.good += said > SAYS_SOMETHING ? 1 : 0;
                of.bad += said < -SAYS_SOMETHING ? 1 : 0;
            });
            quote(language, review.text().text(), heard);
        }
        List<AspectSummary> aspects = new ArrayList<>();
        heard.forEach((aspect, of) -> {
            if (of.reviews >= least && reviews.size() >= least) {
                aspects.add(new AspectSummary(
                        aspect, of.reviews, (double) of.good / of.reviews, (double) of.bad / of.reviews, typical(of)));
            }
        });
        aspects.sort(Comparator.comparingInt(AspectSummary::reviews).reversed());
        OptionalDouble stars = reviews.stream()
                .filter(review -> review.stars() != null)
                .mapToInt(review -> review.stars() == null ? 0 : review.stars())
                .average();
        return new ReviewSummary(reviews.size(), stars.isPresent() ? stars.getAsDouble() : null, aspects);
    }

    /** What a text says of each aspect that it speaks of: below 0 badly, above 0 well. */
    public Map<Aspect, Double> tones(Language language, String text) {
        Map<Aspect, Double> tones = new EnumMap<>(Aspect.class);
        Set<Aspect> open = Set.of();
        for (String clause : CLAUSE.splitAsStream(text).toList()) {
            double said = tone.of(clause);
            Set<Aspect> named = words.of(language, clause);
            for (Aspect aspect : named.isEmpty() ? open : named) {
                tones.merge(aspect, said, Double::sum);
            }
            // "The size, far too small": the next clause says it when this one names it only.
            open = named.isEmpty() || Math.abs(said) > SAYS_SOMETHING ? Set.of() : named;
        }
        return tones;
    }

    private void quote(Language language, String text, Map<Aspect, Heard> heard) {
        for (String sentence : SENTENCE.splitAsStream(text).toList()) {
            String shown = sentence.strip();
            double said = tone.of(shown);
            if (shown.length() < SHORTEST
                    || shown.length() > LONGEST
                    || Math.abs(said) <= SAYS_SOMETHING
                    || PRIVATE.matcher(shown).find()
                    || SuspectTexts.speaksToMachines(shown)) {
                continue;
            }
            for (Aspect aspect : words.of(language, shown)) {
                Heard of = heard.get(aspect);
                if (of != null) {
                    (said > 0 ? of.praise : of.blame).add(shown);
                }
            }
        }
    }

    /** One of each side where both have their say, else two of one. */
    private static List<String> typical(Heard of) {
        boolean divided = of.good > 0 && of.bad > 0 && !of.praise.isEmpty() && !of.blame.isEmpty();
        List<String> first = mostAlike(of.good >= of.bad ? of.praise : of.blame);
        List<String> second = mostAlike(of.good >= of.bad ? of.blame : of.praise);
        List<String> both = new ArrayList<>(first.subList(0, Math.min(divided ? 1 : SENTENCES, first.size())));
        second.stream().limit(Math.max(0, SENTENCES - both.size())).forEach(both::add);
        return both;
    }

    /** Those first that share most letter pairs with the others. */
    private static List<String> mostAlike(List<String> sentences) {
        List<String> all = sentences.stream().distinct().limit(COMPARED).toList();
        List<Set<String>> pairs = all.stream().map(SummariseTexts::pairs).toList();
        record Placed(String sentence, double alike) {}
        List<Placed> placed = new ArrayList<>();
        for (int one = 0; one < all.size(); one++) {
            double alike = 0;
            for (int other = 0; other < all.size(); other++) {
                alike += one == other ? 0 : overlap(pairs.get(one), pairs.get(other));
            }
            placed.add(new Placed(all.get(one), alike));
        }
        placed.sort(Comparator.comparingDouble(Placed::alike).reversed());
        return placed.stream().map(Placed::sentence).toList();
    }

    private static Set<String> pairs(String sentence) {
        Set<String> pairs = new HashSet<>();
        String plain = sentence.toLowerCase(Locale.ROOT);
        for (int at = 0; at + 2 <= plain.length(); at++) {
            pairs.add(plain.substring(at, at + 2));
        }
        return pairs;
    }

    private static double overlap(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        long any = one.size() + other.size() - both;
        return any == 0 ? 0 : (double) both / any;
    }
}

package dev.aisle.assistant.answering.usecase;

import dev.aisle.assistant.knowledge.domain.FoundPassage;
import dev.aisle.assistant.knowledge.domain.Passage;
import dev.aisle.assistant.outside.SuspectTexts;
import dev.aisle.assistant.shared.Language;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers by sentences of passages as they stand there: those that share the question's rarer words, from the passages that fit best. Nothing is put in other words, so
 * that whatever an answer says stands in its sources. A passage is quoted up to the first sentence that speaks to a machine instead of a shopper.
 */
public final class BestSentences {
    private static final int MOST_TEXT = 600;
    /** What a passage that fits less well gives up before its sentences count: its share of the best one's confidence. */
    private static final double PLACE = 0.6;

    private static final Set<String> EMPTY_WORDS = Set.of(
            "a", "an", "the", "is", "are", "was", "do", "does", "did", "can", "could", "i", "my", "me", "you", "your",
            "it", "to", "of", "in", "on", "for", "and", "or", "if", "how", "what", "when", "where", "which", "who",
            "with", "at", "be", "have", "has", "will", "would", "there", "this", "that", "please", "get", "we", "our");

    private BestSentences() {}

    /** Sentences with their passages, in the order in which they are read. */
    public record Extract(String text, List<Passage> passages) {
        public Extract {
            passages = List.copyOf(passages);
        }
    }

    private record Sentence(Passage passage, int passageRank, int place, String text, double score) {}

    /**
     * At most so many sentences; empty when nothing may be quoted.
     *
     * @param found the best first, at least one
     */
    public static Optional<Extract> of(Language language, String question, List<FoundPassage> found, int most) {
        Set<String> asked = words(language, question);
        List<List<String>> texts = found.stream()
                .map(one -> quotable(language, one.passage().text()))
                .toList();
        Map<String, Integer> often = new HashMap<>();
        texts.forEach(sentences ->
                sentences.forEach(text -> words(language, text).forEach(word -> often.merge(word, 1, Integer::sum))));
        List<Sentence> all = new ArrayList<>();
        double best = Math.max(found.getFirst().confidence(), 1e-9);
        for (int rank = 0; rank < found.size(); rank++) {
            Passage passage = found.get(rank).passage();
            double fit = found.get(rank).confidence() / best;
            for (int place = 0; place < texts.get(rank).size(); place++) {
                String text = texts.get(rank).get(place);
                double lead = place == 0 ? 0.15 : 0;
                double score = PLACE * fit + overlap(asked, words(language, text), often) + lead;
                all.add(new Sentence(passage, rank, place, text, score));
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(joined(language, chosen(all, most)));
    }

    private static List<String> quotable(Language language, String text) {
        return sentences(language, text).stream()
                .takeWhile(sentence -> !SuspectTexts.speaksToMachines(sentence))
                .toList();
    }

    /** The best sentence; others only when they are nearly as good, or stand in the same passage right after it. */
    private static List<Sentence> chosen(List<Sentence> all, int most) {
        List<Sentence> ranked = new ArrayList<>(all);
        ranked.sort(Comparator.comparingDouble(Sentence::score).reversed());
        List<Sentence> chosen = new ArrayList<>();
        int length = 0;
        Sentence first = ranked.getFirst();
        for (Sentence one : ranked) {
            boolean near = one.passage().equals(first.passage()) || one.score() >= first.score() * 0.8;
            boolean fits = chosen.isEmpty() || length + one.text().length() <= MOST_TEXT;
            if (chosen.size() < most
                    && near
                    && fits
                    && chosen.stream().noneMatch(other -> other.text().equals(one.text()))) {
                chosen.add(one);
                length += one.text().length();
            }
        }
        chosen.sort(Comparator.comparingInt(Sentence::passageRank).thenComparingInt(Sentence::place));
        return chosen;
    }

    private static Extract joined(Language language, List<Sentence> chosen) {
        String gap = language == Language.CHINESE ? "" : " ";
        Map<Passage, Boolean> passages = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        for (Sentence one : chosen) {
            text.append(text.isEmpty() ? "" : gap).append(one.text());
            passages.put(one.passage(), true);
        }
        return new Extract(text.toString(), List.copyOf(passages.keySet()));
    }

    /** Rarer words count more; 0 to 1. */
    private static double overlap(Set<String> asked, Set<String> said, Map<String, Integer> often) {
        double shared = 0;
        double all = 0;
        for (String word : asked) {
            double weight = 1 / Math.log(Math.E + often.getOrDefault(word, 0));
            all += weight;
            shared += said.contains(word) ? weight : 0;
        }
        return all == 0 ? 0 : shared / all;
    }

    /** Sentences as they stand, without what is blank; lines end sentences too. */
    static List<String> sentences(Language language, String text) {
        Locale locale = language == Language.CHINESE ? Locale.CHINESE : Locale.ENGLISH;
        List<String> sentences = new ArrayList<>();
        for (String line : text.lines().toList()) {
            BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
            breaks.setText(line);
            int start = breaks.first();
            for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
                String sentence = line.substring(start, end).strip();
                if (sentence.codePoints().anyMatch(Character::isLetterOrDigit)) {
                    sentences.add(sentence);
                }
            }
        }
        return sentences.isEmpty() ? List.of(text.strip()) : sentences;
    }

    /** Words of Latin letters and digits without their plural's s; pairs of Han characters. */
    static Set<String> words(Language language, String text) {
        Set<String> words = new HashSet<>();
        StringBuilder word = new StringBuilder();
        int last = -1;
        for (int point : (text + " ").toLowerCase(Locale.ROOT).codePoints().toArray()) {
            boolean han = Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
            if (Character.isLetterOrDigit(point) && !han) {
                word.appendCodePoint(point);
            } else if (!word.isEmpty()) {
                add(words, word.toString());
                word.setLength(0);
            }
            if (han && last >= 0) {
                words.add(Character.toString(last) + Character.toString(point));
            }
            last = han ? point : -1;
        }
        return words;
    }

    private static void add(Set<String> words, String word) {
        if (!EMPTY_WORDS.contains(word)) {
            boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
            words.add(plural ? word.substring(0, word.length() - 1) : word);
        }
    }
}

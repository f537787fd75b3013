package dev.aisle.local.bench.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is counted over the questions of a language. */
final class LanguageFigures {
    /** The ways to find, in the order in which they are told: plain BM25, the points of the sentence model, both. */
    static final List<String> WAYS = List.of("words", "meaning", "both");

    private final String language;
    private final ConfusedIntents confused;
    private final Map<String, FoundPlaces> byWay = new LinkedHashMap<>();
    private final Map<String, FoundPlaces> byKind = new TreeMap<>();
    private final List<String> notFirst = new ArrayList<>();
    private int outOfScope;
    private int outOfScopeRefused;
    private int answerable;
    private int answerableRefused;

    LanguageFigures(String language, List<String> intents) {
        this.language = language;
        this.confused = new ConfusedIntents(intents);
        WAYS.forEach(way -> byWay.put(way, new FoundPlaces()));
    }

    void intent(SetQuestion question, String guess) {
        confused.add(question.intent(), guess);
    }

    /** @param found the articles by each of {@link #WAYS} */
    void found(SetQuestion question, Map<String, List<String>> found) {
        WAYS.forEach(
                way -> places(byWay, way).add(found.getOrDefault(way, List.of()).indexOf(question.article())));
        List<String> both = found.getOrDefault("both", List.of());
        int place = both.indexOf(question.article());
        places(byKind, question.kind()).add(place);
        if (place != 0) {
            notFirst.add(question.text() + " — " + question.article() + ", found: " + String.join(", ", both));
        }
    }

    private static FoundPlaces places(Map<String, FoundPlaces> of, String name) {
        return of.computeIfAbsent(name, added -> new FoundPlaces());
    }

    void refusal(SetQuestion question, boolean refused) {
        if (question.outOfScope()) {
            outOfScope++;
            outOfScopeRefused += refused ? 1 : 0;
        } else if (!question.article().isEmpty()) {
            answerable++;
            answerableRefused += refused ? 1 : 0;
        }
    }

    String language() {
        return language;
    }

    ConfusedIntents confused() {
        return confused;
    }

    Map<String, FoundPlaces> byWay() {
        return byWay;
    }

    Map<String, FoundPlaces> byKind() {
        return byKind;
    }

    /** Questions whose article didn't come first, with what came. */
    List<String> notFirst() {
        return notFirst;
    }

    int outOfScope() {
        return outOfScope;
    }

    int outOfScopeRefused() {
        return outOfScopeRefused;
    }

    int answerable() {
        return answerable;
    }

    int answerableRefused() {
        return answerableRefused;
    }
}

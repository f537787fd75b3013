package dev.aisle.recommender.assistance.understanding;

import dev.aisle.assistant.understanding.intents.Confusion;
import dev.aisle.assistant.understanding.intents.Intent;
import java.util.List;
import java.util.Locale;

/** What is counted over the questions of a language and part. */
final class Figures {
    private static final List<Intent> INTENTS = List.of(Intent.values());

    private final int[][] confusion = new int[INTENTS.size()][INTENTS.size()];
    private int answerable;
    private int first;
    private int inThree;
    private int wordsFirst;
    private int wordsInThree;
    private int refusedAnswerable;
    private int outOfScope;
    private int refused;

    void intent(Intent right, Intent guess) {
        confusion[INTENTS.indexOf(right)][INTENTS.indexOf(guess)]++;
    }

    void answerable(int place, int placeByWords, boolean wasRefused) {
        answerable++;
        first += place == 0 ? 1 : 0;
        inThree += place >= 0 ? 1 : 0;
        wordsFirst += placeByWords == 0 ? 1 : 0;
        wordsInThree += placeByWords >= 0 ? 1 : 0;
        refusedAnswerable += wasRefused ? 1 : 0;
    }

    void outOfScope(boolean wasRefused) {
        outOfScope++;
        refused += wasRefused ? 1 : 0;
    }

    double first() {
        return (double) first / answerable;
    }

    double inThree() {
        return (double) inThree / answerable;
    }

    double wordsFirst() {
        return (double) wordsFirst / answerable;
    }

    double wordsInThree() {
        return (double) wordsInThree / answerable;
    }

    double macroF1() {
        return new Confusion(INTENTS, confusion).macroF1();
    }

    double refused() {
        return (double) refused / outOfScope;
    }

    String line(String name) {
        return String.format(
                Locale.ROOT,
                "%-22s first %.3f (BM25 %.3f)  in three %.3f (BM25 %.3f)  intents F1 %.3f  out of scope refused %d/%d "
                        + " answerable refused %d/%d",
                name,
                first(),
                wordsFirst(),
                inThree(),
                wordsInThree(),
                macroF1(),
                refused,
                outOfScope,
                refusedAnswerable,
                answerable);
    }
}

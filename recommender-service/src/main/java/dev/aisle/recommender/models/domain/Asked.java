package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.recommend.History;
import java.util.Arrays;

/**
 * What the sources of a model are asked, in its numbers.
 *
 * @param session the last few products, which neighbours are sought of
 * @param visit the last few once more, the oldest first, which like visits are sought of
 * @param history all of them, for the fold-in
 * @param basket what to complete
 * @param sequence the last products, the oldest first, which a network goes on from
 */
public record Asked(History session, History visit, History history, History basket, History sequence) {
    /** Products of a history that count. */
    public static final int LONGEST = 100;

    /** So many count as what the person is about now. */
    public static final int SESSION = 10;

    /** What each counts less in a session than the one after it. */
    public static final float SESSION_DECAY = 0.75f;

    /** What each counts less in a history than the one after it. */
    public static final float DECAY = 0.93f;

    /** The least that one counts. */
    public static final float LEAST = 0.05f;

    /** What the page and the cart count beside a product of the history. */
    public static final float OF_PAGE = 3f;

    /**
     * As serving asks it, but for the types of interactions.
     *
     * @param last products, each once, the oldest first
     * @param ofPage how many at its end stand on the page or in the cart
     * @param basket what to complete
     */
    public static Asked of(TrainedModel model, int[] last, int ofPage, History basket) {
        int size = Math.min(LONGEST, last.length);
        int[] newestFirst = new int[size];
        float[] weights = new float[size];
        for (int place = 0; place < size; place++) {
            newestFirst[place] = last[last.length - 1 - place];
            weights[place] = place < ofPage ? OF_PAGE : (float) Math.max(LEAST, Math.pow(DECAY, place - ofPage));
        }
        int inSession = Math.min(SESSION, size);
        float[] ofSession = new float[inSession];
        for (int place = 0; place < inSession; place++) {
            ofSession[place] = weights[place] * (float) Math.pow(SESSION_DECAY, place);
        }
        return new Asked(
                History.of(Arrays.copyOf(newestFirst, inSession), ofSession),
                lastOf(last, model.sessions().last()),
                History.of(newestFirst, weights),
                basket,
                model.network() == null
                        ? History.empty()
                        : lastOf(last, model.network().network().window()));
    }

    private static History lastOf(int[] items, int most) {
        return History.of(Arrays.copyOfRange(items, Math.max(0, items.length - most), items.length));
    }
}

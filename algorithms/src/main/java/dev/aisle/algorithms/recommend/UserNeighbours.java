package dev.aisle.algorithms.recommend;

import java.util.Arrays;

/**
 * The model of {@link UserKnn}.
 *
 * @param train rows of people, as they speak
 * @param likeness of histories to them
 * @param reach who is among whose nearest; {@link Reach#NONE} when the k nearest speak
 * @param parameters of the fit
 */
record UserNeighbours(Interactions train, PeopleLikeness likeness, Reach reach, UserKnn parameters) implements Model {
    @Override
    public int itemCount() {
        return train.itemCount();
    }

    @Override
    public void score(History history, float[] into) {
        float[] similarities = new float[train.userCount()];
        likeness.ofHistory(history.known(itemCount()), similarities);
        Arrays.fill(into, 0f);
        float[] sums = new float[parameters.normalised() ? into.length : 0];
        if (parameters.reversed()) {
            for (int user = 0; user < similarities.length; user++) {
                float heard = similarities[user] > 0 ? similarities[user] * reach.of(user, similarities[user]) : 0;
                if (heard > 0) {
                    speak(user, heard, into, sums);
                }
            }
        } else {
            for (long key : nearest(similarities)) {
                speak(BestKeys.index(key), BestKeys.score(key), into, sums);
            }
        }
        for (int item = 0; item < sums.length; item++) {
            into[item] = sums[item] == 0 ? 0 : into[item] / sums[item];
        }
    }

    private long[] nearest(float[] similarities) {
        BestKeys nearest = new BestKeys(parameters.k());
        for (int user = 0; user < similarities.length; user++) {
            if (similarities[user] > 0) {
                nearest.offer(BestKeys.key(user, similarities[user]));
            }
        }
        return nearest.bestFirst();
    }

    private void speak(int user, float similarity, float[] into, float[] sums) {
        for (int p = train.start(user); p < train.start(user + 1); p++) {
            into[train.item(p)] += similarity * train.weight(p);
            if (sums.length > 0) {
                sums[train.item(p)] += similarity;
            }
        }
    }
}

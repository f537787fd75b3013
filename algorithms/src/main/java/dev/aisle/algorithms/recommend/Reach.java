package dev.aisle.algorithms.recommend;

/**
 * By person of train: who is among the k most similar other people. Of several who are equally similar it is open which are; each is by its chance,
 * which is what all ways to choose come to on average.
 *
 * @param least similarity of the k-th nearest; 0 when there are fewer than k
 * @param share of those with just that similarity who are among the k, from 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // filled by the fit, read afterwards
record Reach(float[] least, float[] share) {
    static final Reach NONE = new Reach(new float[0], new float[0]);

    static Reach of(PeopleLikeness likeness, int people, int k, Progress progress) {
        Reach reach = new Reach(new float[people], new float[people]);
        float[] similarities = new float[people];
        BestKeys nearest = new BestKeys(k);
        for (int person = 0; person < people; person++) {
            likeness.toOthers(person, similarities);
            similarities[person] = 0;
            nearest.clear();
            for (int other = 0; other < people; other++) {
                if (similarities[other] > 0) {
                    nearest.offer(BestKeys.key(other, similarities[other]));
                }
            }
            if (nearest.full()) {
                reach.cut(person, BestKeys.score(nearest.worst()), similarities, k);
            }
            progress.step(person + 1, people + 1);
        }
        return reach;
    }

    private void cut(int person, float at, float[] similarities, int k) {
        int above = 0;
        int alike = 0;
        for (float similarity : similarities) {
            above += similarity > at ? 1 : 0;
            alike += similarity == at ? 1 : 0;
        }
        least[person] = at;
        share[person] = (float) (k - above) / alike;
    }

    /** How much somebody of that similarity, &gt; 0, is among the nearest of a person: 1, 0, or in between. */
    float of(int person, float similarity) {
        if (similarity == least[person]) {
            return share[person];
        }
        return similarity > least[person] ? 1 : 0;
    }
}

package dev.aisle.local.bench.assistant;

/** Where the right articles stood in what was found. */
final class FoundPlaces {
    private static final int SHOWN = 3;

    private int questions;
    private int first;
    private int inThree;

    /** @param place of the right article from 0; negative when it isn't there */
    void add(int place) {
        questions++;
        first += place == 0 ? 1 : 0;
        inThree += place >= 0 && place < SHOWN ? 1 : 0;
    }

    int questions() {
        return questions;
    }

    int first() {
        return first;
    }

    int inThree() {
        return inThree;
    }

    double firstShare() {
        return share(first, questions);
    }

    double inThreeShare() {
        return share(inThree, questions);
    }

    static double share(int some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }
}

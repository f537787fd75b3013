package dev.aisle.training;

import dev.aisle.algorithms.pictures.Picture;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Pictures with their categories.
 *
 * @param classes number of each picture's category
 * @param categories their names
 */
@SuppressWarnings("ArrayRecordComponent") // one number a picture, never compared
record PictureSet(List<Picture> pictures, int[] classes, List<String> categories) {
    PictureSet {
        pictures = List.copyOf(pictures);
        categories = List.copyOf(categories);
    }

    int size() {
        return pictures.size();
    }

    /**
     * Pictures that training must not see: so large a share of each category, rounded, but never all of one.
     *
     * @param share 0 &lt; share &lt; 1
     */
    BitSet unseen(double share, long seed) {
        BitSet unseen = new BitSet(size());
        Random random = new Random(seed);
        for (int category = 0; category < categories.size(); category++) {
            int wanted = category;
            List<Integer> own = new ArrayList<>(IntStream.range(0, size())
                    .filter(picture -> classes[picture] == wanted)
                    .boxed()
                    .toList());
            Collections.shuffle(own, random);
            int held = Math.min(own.size() - 1, (int) Math.round(share * own.size()));
            own.subList(0, Math.max(0, held)).forEach(unseen::set);
        }
        return unseen;
    }
}

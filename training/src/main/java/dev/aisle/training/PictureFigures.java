package dev.aisle.training;

import dev.aisle.algorithms.pictures.NeighbourShare;
import dev.aisle.algorithms.pictures.Picture;
import dev.aisle.algorithms.pictures.PictureEncoder;
import java.util.BitSet;
import java.util.Map;

/**
 * What an encoder is worth on pictures that it did not see.
 *
 * @param accuracy share whose category it names
 * @param neighboursOfUnseen share of the same category among the ten nearest, all of them unseen
 * @param neighboursOfAll the same among all pictures
 * @param pixelsOfUnseen as the first, by the cosine of centred pixels instead of the encoder
 * @param pixelsOfAll as the second, by pixels
 */
record PictureFigures(
        int unseen,
        double accuracy,
        double neighboursOfUnseen,
        double neighboursOfAll,
        double pixelsOfUnseen,
        double pixelsOfAll) {
    static final int NEIGHBOURS = 10;

    static PictureFigures of(PictureEncoder encoder, PictureSet set, BitSet unseen) {
        float[][] points = new float[set.size()][];
        float[][] pixels = new float[set.size()][];
        int right = 0;
        for (int n = 0; n < set.size(); n++) {
            Picture picture = set.pictures().get(n);
            points[n] = encoder.point(picture);
            pixels[n] = centred(picture);
            right += unseen.get(n) && greatest(encoder.scores(picture)) == set.classes()[n] ? 1 : 0;
        }
        return new PictureFigures(
                unseen.cardinality(),
                (double) right / unseen.cardinality(),
                NeighbourShare.of(points, set.classes(), unseen::get, unseen::get, NEIGHBOURS),
                NeighbourShare.of(points, set.classes(), unseen::get, n -> true, NEIGHBOURS),
                NeighbourShare.of(pixels, set.classes(), unseen::get, unseen::get, NEIGHBOURS),
                NeighbourShare.of(pixels, set.classes(), unseen::get, n -> true, NEIGHBOURS));
    }

    /** For the file: whoever takes the encoder sees what it was measured at. */
    Map<String, String> parameters() {
        return Map.of(
                "unseen", Integer.toString(unseen),
                "accuracy", Double.toString(accuracy),
                "neighbours-of-unseen", Double.toString(neighboursOfUnseen),
                "neighbours-of-all", Double.toString(neighboursOfAll),
                "pixels-of-unseen", Double.toString(pixelsOfUnseen),
                "pixels-of-all", Double.toString(pixelsOfAll));
    }

    private static int greatest(float[] scores) {
        int best = 0;
        for (int n = 1; n < scores.length; n++) {
            best = scores[n] > scores[best] ? n : best;
        }
        return best;
    }

    private static float[] centred(Picture picture) {
        float[] planes = new float[Picture.BYTES];
        picture.planes(planes, 0);
        double sum = 0;
        for (float number : planes) {
            sum += number;
        }
        float mean = (float) (sum / planes.length);
        double square = 0;
        for (int n = 0; n < planes.length; n++) {
            planes[n] -= mean;
            square += (double) planes[n] * planes[n];
        }
        float factor = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
        for (int n = 0; n < planes.length; n++) {
            planes[n] *= factor;
        }
        return planes;
    }
}

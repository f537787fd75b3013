package dev.aisle.algorithms.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PointClassifierTest {
    private static final float[][] POINTS = new float[90][];
    private static final int[] LABELS = new int[90];

    static {
        SplittableRandom random = new SplittableRandom(3);
        for (int n = 0; n < POINTS.length; n++) {
            LABELS[n] = n % 3;
            float[] point = new float[8];
            for (int at = 0; at < point.length; at++) {
                point[at] = (float) (random.nextDouble() * 0.2 + (at == LABELS[n] ? 0.8 : 0));
            }
            POINTS[n] = point;
        }
    }

    @Test
    void pointsNearALabelsOwnGetIt() {
        PointClassifier classifier = PointClassifier.learn(POINTS, LABELS, 3);

        for (int n = 0; n < POINTS.length; n++) {
            double[] chances = classifier.chances(POINTS[n]);
            assertThat(chances[LABELS[n]]).isGreaterThan(0.8);
            assertThat(Arrays.stream(chances).sum()).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    @Test
    void theSamePointsGiveTheSameBytesAndWhatIsReadAnswersAlike() throws IOException {
        PointClassifier classifier = PointClassifier.learn(POINTS, LABELS, 3);
        byte[] bytes = bytes(classifier);

        assertThat(bytes(PointClassifier.learn(POINTS, LABELS, 3))).isEqualTo(bytes);
        PointClassifier read = PointClassifier.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        assertThat(read.chances(POINTS[5])).isEqualTo(classifier.chances(POINTS[5]));
    }

    private static byte[] bytes(PointClassifier classifier) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        classifier.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    void nothingCanBeLearnedFromNothing() {
        assertThatThrownBy(() -> PointClassifier.learn(new float[0][], new int[0], 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTextClassifierThatIsReadAnswersAlike() throws IOException {
        TextClassifier classifier = TextClassifier.learn(List.of(
                new Labelled("where is my order", "order"),
                new Labelled("我的订单在哪里", "order"),
                new Labelled("send it back", "return"),
                new Labelled("退货", "return")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        classifier.write(new DataOutputStream(bytes));

        TextClassifier read = TextClassifier.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(read.labels()).isEqualTo(classifier.labels());
        assertThat(read.bar()).isEqualTo(classifier.bar());
        for (String text : List.of("my order", "怎么退货", "quite something else", "")) {
            assertThat(read.chances(text)).isEqualTo(classifier.chances(text));
        }
    }
}

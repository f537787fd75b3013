package dev.aisle.algorithms.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.pictures.PictureReading.Read;
import dev.aisle.algorithms.pictures.PictureReading.Refused;
import dev.aisle.algorithms.pictures.PictureReading.Why;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PictureReaderTest {
    private static final Duration ENOUGH = Duration.ofSeconds(20);
    private static final int LOSSY = 25;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("image/png", PictureFilesOf.png(40, 30)),
                Arguments.of("image/jpeg", PictureFilesOf.jpeg(40, 30)),
                Arguments.of("image/webp", PictureFilesOf.resource("lossy.webp")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFormatShowsTheSamePicture(String mediaType, byte[] file) {
        Read read = read(file, mediaType);

        assertThat(read.format().mediaType()).isEqualTo(mediaType);
        assertThat(read.width()).isEqualTo(40);
        assertThat(read.height()).isEqualTo(30);
        assertColour(read.picture(), 4, 14, PictureFilesOf.RED);
        assertColour(read.picture(), 23, 14, PictureFilesOf.BLUE);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatWasCutIsRefusedAndNeverAnError(String mediaType, byte[] file) {
        for (int length = 0; length < file.length; length += Math.max(1, file.length / 60)) {
            Refused refused = refused(Arrays.copyOf(file, length), mediaType);

            assertThat(refused.why())
                    .as("%s cut to %d of %d", mediaType, length, file.length)
                    .isIn(Why.EMPTY, Why.UNKNOWN_FORMAT, Why.TRUNCATED);
        }
        assertThat(refused(Arrays.copyOf(file, file.length - 3), mediaType).message())
                .contains("send the whole file");
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("image/png", PictureFilesOf.pngClaiming(100_000, 100_000)),
                Arguments.of("image/png", PictureFilesOf.pngClaiming(-1, -1)),
                Arguments.of("image/jpeg", PictureFilesOf.jpegClaiming(65_500, 65_500)),
                Arguments.of("image/webp", PictureFilesOf.webpClaiming(16_383, 16_383)));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBombIsRefusedByItsHeaderWithoutTakingMemory(String mediaType, byte[] file) {
        long before = allocated();

        Refused refused = refused(file, mediaType);

        assertThat(allocated() - before).isLessThan(2_000_000);
        assertThat(refused.why()).isEqualTo(Why.TOO_LARGE);
        assertThat(refused.message()).contains("pixels").contains("send a smaller one");
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    @Test
    void aLongFileIsRefused() {
        assertThat(refused(new byte[PictureReader.MOST_BYTES + 1], null).why()).isEqualTo(Why.TOO_LARGE);
    }

    @Test
    void aLargePictureTakesLittleMoreMemoryThanASmallOne() {
        byte[] file = PictureFilesOf.png(4_800, 4_800);
        read(file, null);
        long before = allocated();

        Read read = read(file, null);

        // All of its pixels would be 92 million bytes as Java's usual integers.
        assertThat(allocated() - before).isLessThan(20_000_000);
        assertColour(read.picture(), 4, 14, PictureFilesOf.RED);
    }

    @Test
    void aFileWithAnotherNameIsRefusedAndToldItsOwn() {
        Refused refused = refused(PictureFilesOf.png(40, 30), "image/jpeg");

        assertThat(refused.why()).isEqualTo(Why.MISLABELLED);
        assertThat(refused.message()).contains("image/png");
    }

    @Test
    void aLosslessWebpIsRefusedSinceItsDecoderCanBeMadeToTakeAllMemory() {
        Refused refused = refused(PictureFilesOf.resource("lossless.webp"), "image/webp");

        assertThat(refused.why()).isEqualTo(Why.UNREADABLE);
        assertThat(refused.message()).contains("send it as PNG");
    }

    @Test
    void textIsNoPicture() {
        assertThat(refused("<svg onload=alert(1)>".getBytes(java.nio.charset.StandardCharsets.UTF_8), null)
                        .why())
                .isEqualTo(Why.UNKNOWN_FORMAT);
    }

    @Test
    void timeThatIsOverEndsTheReading() {
        PictureReading reading = PictureReader.read(PictureFilesOf.png(2_000, 2_000), null, Duration.ZERO);

        assertThat(((Refused) reading).why()).isEqualTo(Why.TOO_SLOW);
    }

    @Test
    void greyLevelsMeanTheSameAsInColour() {
        BufferedImage grey = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSamples(0, 0, 28, 28, 0, level(100));

        Picture picture = read(PictureFilesOf.file(grey, "png"), null).picture();

        assertColour(picture, 10, 10, new Color(100, 100, 100));
    }

    private static int[] level(int level) {
        int[] all = new int[28 * 28];
        Arrays.fill(all, level);
        return all;
    }

    @Test
    void whatIsSeenThroughIsWhite() {
        BufferedImage clear = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);

        Picture picture = read(PictureFilesOf.file(clear, "png"), null).picture();

        assertColour(picture, 14, 14, Color.WHITE);
    }

    @Test
    void aNarrowPictureStandsInTheMiddleOnTheColourOfItsEdge() {
        BufferedImage narrow = new BufferedImage(10, 100, BufferedImage.TYPE_INT_RGB);

        Picture picture = read(PictureFilesOf.file(narrow, "png"), null).picture();

        assertColour(picture, 0, 14, Color.BLACK);
        assertColour(picture, 14, 14, Color.BLACK);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 4, 14, true",
        "2, 4, 14, false",
        "3, 4, 14, false",
        "4, 4, 14, true",
        "5, 14, 4, true",
        "6, 14, 4, true",
        "7, 14, 4, false",
        "8, 14, 4, false"
    })
    void aPhoneHeldAnotherWayIsSeenUpright(int orientation, int x, int y, boolean red) {
        byte[] file = PictureFilesOf.turned(PictureFilesOf.jpeg(56, 56), orientation);

        assertColour(read(file, null).picture(), x, y, red ? PictureFilesOf.RED : PictureFilesOf.BLUE);
    }

    @Test
    void onlyAFewAreReadAtOnceAndNobodyWaitsForEver() {
        PictureReading reading = new BoundedPictures(1).read(PictureFilesOf.png(40, 30), null, ENOUGH);

        assertThat(reading).isInstanceOf(Read.class);
    }

    private static Read read(byte[] file, String mediaType) {
        PictureReading reading = PictureReader.read(file, mediaType, ENOUGH);
        assertThat(reading).isInstanceOf(Read.class);
        return (Read) reading;
    }

    private static Refused refused(byte[] file, String mediaType) {
        PictureReading reading = PictureReader.read(file, mediaType, ENOUGH);
        assertThat(reading).isInstanceOf(Refused.class);
        return (Refused) reading;
    }

    private static void assertColour(Picture picture, int x, int y, Color expected) {
        int at = (y * Picture.SIDE + x) * Picture.CHANNELS;
        int[] wanted = {expected.getRed(), expected.getGreen(), expected.getBlue()};
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            assertThat(picture.rgb()[at + channel] & 0xFF)
                    .as("channel %d at %d, %d", channel, x, y)
                    .isCloseTo(wanted[channel], within(LOSSY));
        }
    }
}

package dev.aisle.recommender.models.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.interactions.Circumstances;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.models.trainer.DeedWriter.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeedCodecTest {
    private static final Circumstances ABROAD = new Circumstances("PL", "mobile");
    private static final List<Row> ROWS = List.of(
            new Row("anna", "tea-2", "order-1", 5, 1_000, Circumstances.UNKNOWN),
            new Row("anna", "tea-1", "order-1", 5, 1_001, new Circumstances("DE", null)),
            new Row("anna", "tea-2", null, 1, 2_000, Circumstances.UNKNOWN),
            new Row("bert", "tea-1", "order-1", 5, 3_000, ABROAD),
            new Row("bert", "bike", "order-2", 5, 500, Circumstances.UNKNOWN),
            new Row("carl", "bike", null, 1, 4_000, Circumstances.UNKNOWN));

    @Test
    void theSetOnTheOtherSideIsTheOneThatWasSent() throws IOException {
        TrainingSet sent = whole();

        TrainingSet read = DeedReader.read(new DataInputStream(new ByteArrayInputStream(written())));

        assertThat(fingerprint(read)).isEqualTo(fingerprint(sent));
        assertThat(read.productIds()).containsExactly("bike", "tea-1", "tea-2");
        assertThat(read.basketCount()).isEqualTo(sent.basketCount()).isEqualTo(3);
        assertThat(read.circumstancesOf(0)).isEqualTo(new Circumstances("DE", null));
        assertThat(read.circumstancesOf(1)).isEqualTo(ABROAD);
        assertThat(read.circumstancesOf(2)).isEqualTo(Circumstances.UNKNOWN);
    }

    @Test
    void ofAPersonNothingGoesOutButWhereTheNextOneBegins() throws IOException {
        assertThat(new String(written(), StandardCharsets.ISO_8859_1))
                .contains("tea-1")
                .doesNotContain("anna", "bert", "order");
    }

    @Test
    void whatIsCountedInPassingIsWhatTheSetSays() {
        FiguresTally tally = new FiguresTally();

        ROWS.forEach(
                row -> tally.add(row.person(), row.productId(), !row.productId().equals("bike"), "view", row.time()));

        assertThat(tally.figures()).isEqualTo(whole().figures(id -> !id.equals("bike"), Map.of("view", 6L)));
    }

    @Test
    void ofNothingEverythingIsZero() {
        assertThat(new FiguresTally().figures())
                .isEqualTo(new TrainingSetBuilder().build().figures(id -> true, Map.of()));
    }

    private static TrainingSet whole() {
        TrainingSetBuilder rows = new TrainingSetBuilder();
        ROWS.forEach(row -> rows.add(row.person(), row.productId(), row.basket(), row.weight(), row.time()));
        return rows.build();
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DeedWriter writer = new DeedWriter(new DataOutputStream(bytes));
        for (Row row : ROWS) {
            writer.write(row);
        }
        writer.end();
        return bytes.toByteArray();
    }

    private static String fingerprint(TrainingSet set) {
        return new Learning()
                .fit(set, Long.MAX_VALUE, new Name("", Instant.EPOCH), new TrainingProgress(), new Span("", 0, 1))
                .origin()
                .fingerprint();
    }
}

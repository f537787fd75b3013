package dev.aisle.training.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.deep.DeepAlgorithm;
import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.choice.PlacementChoice;
import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.OutsideTraining;
import dev.aisle.recommender.models.domain.PlacementKind;
import dev.aisle.recommender.models.domain.ProductContent;
import dev.aisle.recommender.models.domain.RecipeSettings;
import dev.aisle.recommender.models.domain.Soundness;
import dev.aisle.recommender.models.domain.TrainedModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void aNetworkThatLearnedTheWayIsInTheFileWithTheReason() throws SQLException, IOException {
        WalkingShop.write(folder.resolve("archive"));
        WalkingShop.learners(folder.resolve("learners"), 3);

        assertThat(train("--network", "gru4rec:width=32,epochs=12", "--recipe", "rank=8"))
                .as(errors.toString(StandardCharsets.UTF_8))
                .isZero();

        TrainedModel model = ModelFile.read(folder.resolve("model"));
        ChoiceReport choice = model.choice();
        PlacementChoice product = choice.at(PlacementKind.PRODUCT);
        assertThat(product.chosen().name()).as(product.explanation()).contains("network");
        assertThat(product.figure().value()).isGreaterThan(product.runnerUp().value());
        assertThat(model.network().network().name()).isEqualTo("gru4rec");
        assertThat(model.network().itemCount()).isEqualTo(WalkingShop.PRODUCTS);
        assertThat(model.origin().parameters().get("network.parameters")).contains("width=32", "epochs=12");
        assertThat(Soundness.problemOf(model)).isEmpty();
        OutsideTraining outside =
                OutsideTraining.of(model.origin().parameters()).orElseThrow();
        assertThat(outside.trainer()).isEqualTo("pytorch gru4rec");
        assertThat(outside.readAt()).isEqualTo("2026-12-20T00:00:00Z");
        assertThat(outside.recipe()).isEqualTo(RecipeSettings.usualBut(Map.of("rank", "8")));
        assertThat(outside.figures().people()).isEqualTo(WalkingShop.PEOPLE - 1);
        assertThat(model.productIds()).doesNotContain("secret");
        assertThat(Files.readString(folder.resolve("model"), StandardCharsets.ISO_8859_1))
                .doesNotContain("p1.k1");
        assertThat(told())
                .contains("gru4rec on the past: ", "gru4rec on everything: trained", "at product: ", "written to");
    }

    @Test
    void aNetworkThatLearnedNothingStaysOut() throws SQLException, IOException {
        WalkingShop.write(folder.resolve("archive"));
        WalkingShop.learners(folder.resolve("learners"));

        assertThat(train("--network", "gru4rec:width=4,epochs=1,rate=0.000001", "--recipe", "rank=8"))
                .isZero();

        TrainedModel model = ModelFile.read(folder.resolve("model"));
        assertThat(model.network()).isNull();
        assertThat(model.choice().asksNetwork()).isFalse();
        assertThat(model.productIds()).contains("secret");
        assertThat(told()).contains("gru4rec was better nowhere beyond chance: it stays out of the file");
    }

    @Test
    void ofSeveralNetworksTheOneThatGainsMostIsKept() throws SQLException, IOException {
        WalkingShop.write(folder.resolve("archive"));
        WalkingShop.learners(folder.resolve("learners"));

        assertThat(train(
                        "--network",
                        "sasrec:width=4,epochs=1,rate=0.000001;gru4rec:width=32,epochs=12",
                        "--recipe",
                        "rank=8"))
                .isZero();

        assertThat(ModelFile.read(folder.resolve("model")).network().network().name())
                .isEqualTo("gru4rec");
        assertThat(told()).contains("of all networks gru4rec gains most", "with sasrec at product: ");
    }

    @Test
    void withACatalogueWhatCameLaterIsExpectedWhereItBelongs() throws SQLException, IOException {
        WalkingShop.write(folder.resolve("archive"));
        WalkingShop.learners(folder.resolve("learners"), 3);
        Path catalogue = WalkingShop.catalogue(folder.resolve("catalogue"));

        assertThat(train(
                        "--catalogue",
                        catalogue.toString(),
                        "--network",
                        "gru4rec:width=32,epochs=20",
                        "--recipe",
                        "rank=8"))
                .as(errors.toString(StandardCharsets.UTF_8))
                .isZero();

        NetworkModel network = ModelFile.read(folder.resolve("model")).network();
        List<ProductContent> stretches = IntStream.range(0, WalkingShop.PRODUCTS / WalkingShop.LENGTH)
                .mapToObj(stretch -> new ProductContent(
                        "Mark", List.of("Circle", "Circle > Stretch " + stretch), "", null, Map.of()))
                .toList();
        NetworkModel larger =
                network.with(network.features().terms().orElseThrow().rows(ProductContent.terms(stretches)));
        int rightly = 0;
        for (int stretch = 0; stretch < stretches.size(); stretch++) {
            int first = stretch * WalkingShop.LENGTH;
            float[] scores = new float[larger.itemCount()];
            larger.score(History.of(first, first + 1), scores);
            float own = scores[WalkingShop.PRODUCTS + stretch];
            rightly += IntStream.range(WalkingShop.PRODUCTS, larger.itemCount()).allMatch(one -> scores[one] <= own)
                    ? 1
                    : 0;
        }
        assertThat(rightly).as("of 10 stretches").isGreaterThanOrEqualTo(8);
        assertThat(told()).contains("the catalogue describes 40 of these products, by ");
    }

    @Test
    void aCatalogueOfAnotherShopOrWithoutAnythingInCommonIsRefused() throws SQLException, IOException {
        WalkingShop.write(folder.resolve("archive"));
        WalkingShop.learners(folder.resolve("learners"));
        Path catalogue = folder.resolve("catalogue");

        Files.writeString(catalogue, "{\"productId\":\"other\",\"title\":\"Tea\"}\n");
        assertThat(train("--catalogue", catalogue.toString())).isEqualTo(1);
        assertThat(failure()).contains("The catalogue has none of the 41 products of the archive.");

        Files.writeString(catalogue, "{\"productId\":\"product-01\",\"title\":\"Tea\"}\n");
        assertThat(train("--catalogue", catalogue.toString())).isEqualTo(1);
        assertThat(failure()).contains("No two products of the archive share a word of the title");

        Files.writeString(catalogue, "{\"productId\":\"product-01\",\"price\":\"free\"}\n");
        assertThat(train("--catalogue", catalogue.toString())).isEqualTo(1);
        assertThat(failure()).contains("line 1: currency: expected an ISO 4217 code");
        assertThat(folder.resolve("model")).doesNotExist();
    }

    @Test
    void withoutPyTorchItSaysWhatToInstall() {
        int code = Train.run(
                options(),
                () -> Optional.of("PyTorch's native library isn't on the class path"),
                print(out),
                print(errors));

        assertThat(code).isEqualTo(2);
        assertThat(failure()).startsWith("train: sasrec: PyTorch's native library isn't on the class path");
    }

    @Test
    void wrongOptionsAreNamed() {
        assertThat(train("--network", "transformer")).isEqualTo(2);
        assertThat(failure())
                .contains("there is no transformer, expected sasrec, gru4rec, caser or cnn", "train --deep");
        assertThat(train("--network", "sasrec:widht=3")).isEqualTo(2);
        assertThat(failure()).contains("there is no widht");
        assertThat(train("--network", "sasrec:width=three")).isEqualTo(2);
        assertThat(failure()).contains("width is no number: three");
        assertThat(train("--network", "sasrec:width=0")).isEqualTo(2);
        assertThat(train("--nowhere", "x")).isEqualTo(2);
        assertThat(failure()).contains("there is no option --nowhere");
    }

    @Test
    void whatCanNotBeReadIsNamed() throws IOException {
        assertThat(train()).isEqualTo(1);
        assertThat(failure()).contains("The list of who may be learned from can't be read");

        WalkingShop.learners(folder.resolve("learners"));
        assertThat(train()).isEqualTo(1);
        assertThat(failure()).contains("There is no archive in");

        Path day = Files.createDirectories(folder.resolve("archive/day=2026-12-01"));
        Files.writeString(day.resolve("p0-0-9.parquet"), "no parquet");
        assertThat(train()).isEqualTo(1);
        assertThat(failure()).contains("can't be read").contains("p0-0-9.parquet");
        assertThat(folder.resolve("model")).doesNotExist();
    }

    private int train(String... more) {
        String[] options = options();
        String[] all = Arrays.copyOf(options, options.length + more.length);
        System.arraycopy(more, 0, all, options.length, more.length);
        return Train.run(all, DeepAlgorithm::missing, print(out), print(errors));
    }

    private String[] options() {
        return new String[] {
            "--archive",
            folder.resolve("archive").toString(),
            "--learners",
            folder.resolve("learners").toString(),
            "--out",
            folder.resolve("model").toString()
        };
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String failure() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }
}

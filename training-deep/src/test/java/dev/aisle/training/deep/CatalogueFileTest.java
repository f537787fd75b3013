package dev.aisle.training.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.recommender.catalog.Price;
import dev.aisle.recommender.models.domain.ProductContent;
import dev.aisle.recommender.models.outside.TrainingFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueFileTest {
    @TempDir
    private Path folder;

    @Test
    void aProductIsReadAsTheServiceTellsItAndAsTheCatalogueApiTakesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("c"), """
                {"productId":"p1","title":"Grüner Tee","category":"Grocery > Tea","brand":"Leaf","price":12.99,"currency":"EUR","attributes":{"origin":"Assam"}}

                {"productId":"p2","title":"Rad","category":"Sport","price":"1300","currency":"JPY","url":"https://shop.example/p2","stock":4}
                {"productId":"p3","title":null}
                """);

        Map<String, ProductContent> products = CatalogueFile.read(file);

        assertThat(products)
                .containsOnlyKeys("p1", "p2", "p3")
                .containsEntry(
                        "p1",
                        new ProductContent(
                                "Grüner Tee",
                                List.of("Grocery", "Grocery > Tea"),
                                "Leaf",
                                new Price(1299, "EUR"),
                                Map.of("origin", "Assam")))
                .containsEntry("p2", new ProductContent("Rad", List.of("Sport"), "", new Price(1300, "JPY"), Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"productId\":\"a\"|expected one JSON object in a line",
                "{\"productId\":\"a\"} {}|expected one JSON object in a line",
                "[1]|expected a JSON object such as",
                "{\"title\":\"Tea\"}|productId: expected the shop's id",
                "{\"productId\":\"p0\"}|productId: p0 is in line 1 already; keep one of them",
                "{\"productId\":\"a\",\"title\":[1]}|title: expected a text, was ARRAY",
                "{\"productId\":\"a\",\"price\":\"cheap\",\"currency\":\"EUR\"}|price: expected a number such as 12.99, was cheap",
                "{\"productId\":\"a\",\"price\":-1,\"currency\":\"EUR\"}|price: expected an amount of 0 or more, was -1",
                "{\"productId\":\"a\",\"price\":1e900,\"currency\":\"EUR\"}|price: expected an amount of 0 or more",
                "{\"productId\":\"a\",\"price\":3}|currency: expected an ISO 4217 code such as EUR beside the price",
                "{\"productId\":\"a\",\"attributes\":[]}|attributes: expected an object",
                "{\"productId\":\"a\",\"attributes\":{\"size\":{}}}|attributes.size: expected a text, was OBJECT",
            })
    void aWrongLineIsNamedWithFieldAndFix(String line, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("c"), "{\"productId\":\"p0\"}\n" + line + "\n");

        assertThatThrownBy(() -> CatalogueFile.read(file))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageStartingWith("The catalogue " + file + ", line 2: ")
                .hasMessageContaining(reason);
    }

    @Test
    void aFileThatIsNotThereOrNoTextIsSaid() throws IOException {
        assertThatThrownBy(() -> CatalogueFile.read(folder.resolve("none"))).hasMessageContaining("can't be read");
        Path latin = Files.write(folder.resolve("latin"), new byte[] {'{', (byte) 0xE4, '}'});
        assertThatThrownBy(() -> CatalogueFile.read(latin)).hasMessageContaining("can't be read as UTF-8 text");
    }
}

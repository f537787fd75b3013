package dev.aisle.training.deep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aisle.recommender.models.domain.ProductContent;
import dev.aisle.recommender.models.outside.TrainingFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A shop's products, a JSON object a line, fields named as in the catalogue API: {@code productId}, {@code title}, {@code category} ("A > B"), {@code brand}, {@code
 * price} with {@code currency}, {@code attributes}. All but the first may be missing; other fields are passed over, and so are empty lines.
 */
final class CatalogueFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path path;
    private final Map<String, ProductContent> products = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private CatalogueFile(Path path) {
        this.path = path;
    }

    /**
     * Reads it.
     *
     * @return product id → what it is
     * @throws TrainingFailure when it can't be read, or a line isn't a product; it names line, field and fix
     */
    static Map<String, ProductContent> read(Path path) {
        CatalogueFile file = new CatalogueFile(path);
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    file.add(number, line);
                }
            }
        } catch (IOException e) {
            throw new TrainingFailure("The catalogue " + path + " can't be read as UTF-8 text: " + e, e);
        }
        return file.products;
    }

    private void add(int number, String line) {
        JsonNode product;
        try {
            product = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw wrong(number, "", "expected one JSON object in a line: " + e.getOriginalMessage());
        }
        if (!product.isObject()) {
            throw wrong(number, "", "expected a JSON object such as {\"productId\":\"p1\",\"title\":\"Green tea\"}");
        }
        ProductFields fields = new ProductFields(product, (field, fix) -> wrong(number, field, fix));
        String id = fields.text("productId");
        if (id.isBlank()) {
            throw wrong(number, "productId", "expected the shop's id of the product");
        }
        Integer before = lines.put(id, number);
        if (before != null) {
            throw wrong(number, "productId", id + " is in line " + before + " already; keep one of them");
        }
        products.put(id, fields.content());
    }

    private TrainingFailure wrong(int number, String field, String fix) {
        return new TrainingFailure(
                "The catalogue " + path + ", line " + number + ": " + (field.isEmpty() ? "" : field + ": ") + fix);
    }
}

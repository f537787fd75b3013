package dev.aisle.algorithms.flags;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrowthBookHashTest {
    static Stream<JsonNode> hashes() {
        return Vectors.json("hash_vectors.json").get("hash").valueStream();
    }

    static Stream<JsonNode> fnv() {
        return Vectors.json("hash_vectors.json").get("fnv1a_32").valueStream();
    }

    @ParameterizedTest
    @MethodSource("hashes")
    void everyCaseOfTheSpecificationIsMet(JsonNode c) {
        OptionalDouble hash = GrowthBookHash.hash(
                c.get(0).asText(), c.get(1).asText(), c.get(2).asInt());

        assertThat(hash)
                .isEqualTo(
                        c.get(3).isNull()
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(c.get(3).asDouble()));
    }

    @ParameterizedTest
    @MethodSource("fnv")
    void everyPublishedFnvValueIsMet(JsonNode c) {
        assertThat(Fnv1a.hash32(c.get("input").asText()))
                .isEqualTo(c.get("hash").asLong());
    }
}

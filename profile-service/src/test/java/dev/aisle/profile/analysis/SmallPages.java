package dev.aisle.profile.analysis;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** So few people a page, and a checkpoint after each, that a job of a test has several; models of few people. */
public class SmallPages implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "aisle.analysis.page-size", "7",
                "aisle.models.checkpoint-every", "0s",
                "aisle.models.least-people", "40",
                "aisle.models.refresh-every", "0s",
                "aisle.analysis.answer-within", "2m");
    }
}

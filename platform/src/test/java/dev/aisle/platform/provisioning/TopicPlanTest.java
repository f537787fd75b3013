package dev.aisle.platform.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.contracts.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicPlanTest {
    @Test
    void aServiceMayReadAndWriteWhatItNeedsAndNothingElse() {
        TopicPlan plan = TopicPlan.of(new Settings(Map.of(
                "AISLE_TOPICS_PRINCIPALS",
                "profile-service=User:CN=profile,O=shop; event-ingest-service=User:ingest")));

        assertThat(plan.access())
                .filteredOn(binding -> binding.entry().principal().equals("User:CN=profile,O=shop"))
                .filteredOn(binding -> binding.pattern().resourceType() == ResourceType.TOPIC)
                .filteredOn(binding -> binding.entry().operation() != AclOperation.DESCRIBE)
                .extracting(binding ->
                        binding.entry().operation() + " " + binding.pattern().name())
                .containsExactlyInAnyOrder(
                        "READ aisle.events.v1",
                        "READ aisle.consents.v1",
                        "READ aisle.erasures.v1",
                        "WRITE aisle.segments.v1",
                        "WRITE aisle.enforcement-points.v1",
                        "WRITE aisle.audit.v1",
                        "WRITE aisle.erasure-receipts.v1",
                        "WRITE aisle.dead-letters.v1");
        assertThat(plan.access())
                .filteredOn(binding -> binding.entry().operation() == AclOperation.ALL)
                .singleElement()
                .satisfies(binding -> {
                    assertThat(binding.pattern().name()).isEqualTo("event-ingest-refine-");
                    assertThat(binding.pattern().patternType()).isEqualTo(PatternType.PREFIXED);
                });
    }

    @Test
    void topicsKeepWhatTheContractSays() {
        TopicPlan plan = TopicPlan.of(new Settings(Map.of()));

        assertThat(plan.partitions()).isEqualTo(Topic.PARTITIONS);
        assertThat(plan.configuration(Topic.CONSENTS))
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("min.insync.replicas", "2");
        assertThat(plan.access()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AISLE_TOPICS_PARTITIONS  | six                      | must be a whole number, not "six"
            AISLE_TOPICS_PARTITIONS  | 0                        | must be 1 or more
            AISLE_TOPICS_MIN_IN_SYNC | 4                        | between 1 and the replicas
            AISLE_TOPICS_PRINCIPALS  | profile=User:CN=x        | expected service=User:…
            AISLE_TOPICS_PRINCIPALS  | profile-service          | expected service=User:…
            """)
    void aMistakeIsToldInWords(String variable, String value, String told) {
        assertThatThrownBy(() -> TopicPlan.of(new Settings(Map.of(variable, value))))
                .hasMessageContaining(told);
    }

    @Test
    void settingsComeFromTheEnvironmentOrFromMountedSecrets(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("kafka.ssl.keystore.password"), "from a file\n");
        Settings settings =
                new Settings(Map.of("AISLE_SECRETS_DIRECTORY", folder.toString(), "KAFKA_BOOTSTRAP_SERVERS", "k:9092"));

        assertThat(settings.get("kafka.ssl.keystore.password")).contains("from a file");
        assertThat(settings.need("kafka.bootstrap.servers")).isEqualTo("k:9092");
        assertThatThrownBy(() -> settings.need("quarkus.datasource.jdbc.url"))
                .hasMessage("QUARKUS_DATASOURCE_JDBC_URL is not set.");
    }
}

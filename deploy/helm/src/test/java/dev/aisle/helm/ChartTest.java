package dev.aisle.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart over a matrix of values: Helm takes it, and Kubernetes would know every field of what comes out. */
class ChartTest {
    private static final Chart CHART = new Chart(ValuesMatrix.PROJECT);

    @TempDir
    Path folder;

    static List<Path> matrix() {
        return ValuesMatrix.all();
    }

    @Test
    void lintInStrictModeFindsNothing() {
        var result = new Helm(CHART.folder()).lint().strict().call();

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void everyFieldOfEveryObjectIsKnown(Path values) {
        var model = new TypedModel();

        List<JsonNode> objects = ValuesMatrix.objects(values);

        assertThat(objects).hasSizeGreaterThan(20).allSatisfy(model::check);
    }

    /** The check itself: a misspelt field at any depth, a wrong type and a misspelt field of an operator's resource are found. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Deployment   | "failureThreshold" | "failureTreshold"
            Deployment   | "containerPort"    | "port"
            StatefulSet  | "accessModes"      | "accessMode"
            ServiceMonitor | "relabelings"    | "relabeling"
            Certificate  | "issuerRef"        | "issuer"
            PrometheusRule | "expr"           | "expression"
            ScaledObject | "maxReplicaCount"  | "maxReplicas"
            Cluster      | "parameters"       | "parameter"
            Kafka        | "authorization"    | "authorisation"
            Kafka        | "userOperator"     | "userOperators"
            KafkaNodePool | "kraftMetadata"   | "kraft"
            KafkaUser    | "patternType"      | "pattern"
            ObjectStore  | "endpointCA"       | "endpointCa"
            ScheduledBackup | "pluginConfiguration" | "plugin"
            """)
    void aMisspeltFieldIsFound(String kind, String right, String wrong) throws IOException {
        JsonNode spoilt = spoilt(kind, right, wrong);

        assertThatThrownBy(() -> new TypedModel().check(spoilt))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(wrong.replace("\"", ""));
    }

    /** A version that the operators had once and serve no more, and one that they don't serve yet. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kafka         | kafka.strimzi.io/v1   | kafka.strimzi.io/v1beta2
            KafkaNodePool | kafka.strimzi.io/v1   | kafka.strimzi.io/v1beta2
            Cluster       | postgresql.cnpg.io/v1 | postgresql.cnpg.io/v2
            ObjectStore   | barmancloud.cnpg.io/v1 | barmancloud.cnpg.io/v1beta1
            Deployment    | apps/v1               | apps/v1beta1
            """)
    void aVersionThatNobodyServesIsFound(String kind, String right, String wrong) throws IOException {
        JsonNode spoilt = spoilt(kind, "\"apiVersion\":\"" + right + "\"", "\"apiVersion\":\"" + wrong + "\"");

        assertThatThrownBy(() -> new TypedModel().check(spoilt))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("No operator serves " + wrong + "/" + kind);
    }

    private static JsonNode spoilt(String kind, String right, String wrong) throws IOException {
        String object = ValuesMatrix.objects(ValuesMatrix.FOLDER.resolve("operators.yaml")).stream()
                .filter(each -> each.path("kind").asText().equals(kind))
                .map(JsonNode::toString)
                .filter(text -> text.contains(right))
                .findFirst()
                .orElseThrow();
        return new ObjectMapper().readTree(object.replaceFirst(right, wrong));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void noObjectIsThereTwice(Path values) {
        var seen = new HashSet<String>();

        assertThat(ValuesMatrix.objects(values))
                .allSatisfy(object -> assertThat(seen.add(TypedModel.name(object)))
                        .as(TypedModel.name(object))
                        .isTrue());
    }

    @Test
    void rulesAndDashboardsGoAlong() {
        List<JsonNode> objects = ValuesMatrix.objects(ValuesMatrix.FOLDER.resolve("operators.yaml"));

        assertThat(objects)
                .filteredOn(object -> object.path("kind").asText().equals("PrometheusRule"))
                .isNotEmpty();
        assertThat(objects)
                .filteredOn(object ->
                        object.at("/metadata/labels/grafana_dashboard").asText().equals("1"))
                .isNotEmpty();
    }

    /** Topics and schemas come before the roll-out: by Helm as hooks, which it keeps apart, by kubectl from a folder of their own. */
    @Test
    void fiveJobsComeBeforeTheServices() throws IOException {
        Path values = ValuesMatrix.FOLDER.resolve("minimal.yaml");
        String version = new YAMLMapper()
                .readTree(CHART.folder().resolve("Chart.yaml").toFile())
                .path("appVersion")
                .asText()
                .toLowerCase(Locale.ROOT)
                .replace('.', '-');

        assertThat(ValuesMatrix.objects(values))
                .filteredOn(object -> object.path("kind").asText().equals("Job"))
                .extracting(object -> object.at("/metadata/name").asText())
                .containsExactlyInAnyOrder(
                        "aisle-topics-" + version,
                        "profile-service-schema-" + version,
                        "recommender-service-schema-" + version,
                        "campaign-service-schema-" + version,
                        "privacy-service-schema-" + version);
        assertThat(Chart.parse(CHART.render(values)))
                .noneMatch(object -> object.path("kind").asText().equals("Job"));
    }

    @Test
    void recommenderServiceHasTwoReplicasThatAreRolledUnlessOnePodAloneHasTheVolume() {
        JsonNode usual = recommender("minimal.yaml");
        JsonNode bucket = recommender("bucket.yaml");
        JsonNode alone = recommender("spark-one-pod.yaml");

        assertThat(usual.at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(List.of(usual, bucket))
                .allSatisfy(each ->
                        assertThat(each.at("/spec/strategy/type").asText()).isEqualTo("RollingUpdate"));
        assertThat(bucket.toString())
                .contains("aisle.models.bucket.secret-access-key")
                .doesNotContain("aisle-models");
        assertThat(alone.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(alone.at("/spec/strategy/type").asText()).isEqualTo("Recreate");
    }

    @Test
    void shopsThatShareABucketHaveFoldersAndKeysOfTheirOwn() throws IOException {
        Path values = Files.writeString(
                folder.resolve("values.yaml"),
                needed("") + "shop: lamps\nmodels: {bucket: {name: models, prefix: aisle/, secret: objects}}\n");

        assertThat(CHART.render(values)).contains("aisle.models.bucket.prefix=aisle/lamps/", "name: lamps-objects\n");
    }

    private static JsonNode recommender(String values) {
        return ValuesMatrix.objects(ValuesMatrix.FOLDER.resolve(values)).stream()
                .filter(object -> TypedModel.name(object).contains("Deployment")
                        && object.at("/metadata/name").asText().equals("recommender-service"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePodOfSparkIsKnown() throws IOException {
        List<JsonNode> pod =
                Chart.parse(Files.readString(ValuesMatrix.PROJECT.resolve("deploy/spark/pod-template.yaml")));

        assertThat(pod).singleElement().satisfies(new TypedModel()::check);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("a misspelt key", "kafka: {bootstrapServer: other}", "bootstrapServer"),
                Arguments.of(
                        "a misspelt key deep inside", "components: {door: {autoscaling: {enable: true}}}", "enable"),
                Arguments.of("another type", "components: {door: {replicas: many}}", "replicas"),
                Arguments.of("no replicas", "components: {door: {replicas: 0}}", "replicas"),
                Arguments.of("the latest", "image: {tag: latest}", "tag"),
                Arguments.of("a word that isn't one of them", "kafka: {securityProtocol: TLS}", "securityProtocol"),
                Arguments.of("a size without sense", "archive: {size: much}", "size"),
                Arguments.of("no limits", "components: {door: {resources: {limits: null}}}", "limits"),
                Arguments.of("a value of two lines", "tenant: \"a\\nb\"", "tenant"),
                Arguments.of("an issuer that is no address", "oidc: {issuer: keycloak}", "issuer"),
                Arguments.of(
                        "a receipt's key without its services",
                        "receipts: {trusted: [{id: a, publicKey: b}]}",
                        "services"),
                Arguments.of(
                        "an archive for one node and two replicas",
                        "components: {refine: {replicas: 2}}",
                        "archive.accessMode"),
                Arguments.of(
                        "models for one node and two replicas",
                        "models: {accessMode: ReadWriteOnce}",
                        "models.accessMode"),
                Arguments.of("a bucket without a key", "models: {bucket: {name: models}}", "models.bucket.secret"),
                Arguments.of(
                        "a folder in a bucket that isn't one",
                        "models: {bucket: {name: models, secret: objects, prefix: aisle}}",
                        "prefix"),
                Arguments.of(
                        "Spark's model on a volume that isn't there",
                        "models: {bucket: {name: models, secret: objects}}\ntraining: {spark: {enabled: true}}",
                        "training.spark.enabled"),
                Arguments.of(
                        "more replicas than partitions",
                        "archive: {enabled: false}\ncomponents: {refine: {replicas: 7}}",
                        "topics.partitions"),
                Arguments.of(
                        "Spark without an archive",
                        "archive: {enabled: false}\ntraining: {spark: {enabled: true}}",
                        "archive.enabled"),
                Arguments.of("certificates asked of a job that has none", "tls: {mutual: true}", "tls.mutual"),
                Arguments.of("certificates of nobody", "tls: {certManager: {enabled: true}}", "tls.certManager.issuer"),
                Arguments.of(
                        "a second server of one",
                        "postgresql: {cloudnativepg: {enabled: true, instances: 1}}",
                        "postgresql.cloudnativepg.synchronous"),
                Arguments.of(
                        "a backup of others' databases",
                        "backup: {enabled: true, destination: \"s3://backups/aisle\"}",
                        "backup.enabled"),
                Arguments.of(
                        "a backup to nowhere",
                        "postgresql: {cloudnativepg: {enabled: true}}\nbackup: {enabled: true}",
                        "backup.destination"),
                Arguments.of(
                        "a restore without a backup",
                        "postgresql: {cloudnativepg: {enabled: true}}\nrestore: {name: r1}",
                        "restore.name"),
                Arguments.of(
                        "a restore out of itself",
                        "postgresql: {cloudnativepg: {enabled: true}}\nbackup: {enabled: true, destination: \"s3://b/a\"}\n"
                                + "restore: {name: r1, from: r1}",
                        "restore.from"),
                Arguments.of(
                        "KEDA with a login",
                        "keda: {enabled: true}\nkafka: {bootstrapServers: \"k:9092\", securityProtocol: SASL_SSL}",
                        "keda.enabled"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsToldByItsKey(String what, String yaml, String key) throws IOException {
        Path values = Files.writeString(folder.resolve("values.yaml"), needed(yaml) + yaml);

        assertThatThrownBy(() -> CHART.render(values)).as(what).hasMessageContaining(key);
    }

    /** What has no default, but what the case gives itself. */
    private static String needed(String yaml) {
        return (yaml.contains("oidc:") ? "" : "oidc: {issuer: \"https://issuer.example/realms/aisle\"}\n")
                + (yaml.contains("kafka:") ? "" : "kafka: {bootstrapServers: \"kafka.example:9093\"}\n")
                + (yaml.contains("postgresql:") ? "" : "postgresql: {host: db.example}\n");
    }

    @Test
    void whatHasNoDefaultIsAskedFor() throws IOException {
        Path values = Files.writeString(folder.resolve("values.yaml"), "tenant: shop\n");

        assertThatThrownBy(() -> CHART.render(values))
                .hasMessageFindingMatch("oidc.issuer|kafka.bootstrapServers|postgresql.host");
    }
}

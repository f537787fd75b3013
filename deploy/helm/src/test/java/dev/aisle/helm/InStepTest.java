package dev.aisle.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.TopicAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in two places says the same in both. */
class InStepTest {
    private static final Pattern NAMED = Pattern.compile("\\bTopic\\.([A-Z_]+)\\b");
    private static final Pattern CHANNEL =
            Pattern.compile("^mp\\.messaging\\..*\\.topic=\\$\\{aisle\\.shop-prefix:}(\\S+)$", Pattern.MULTILINE);
    private static final Pattern GROUP =
            Pattern.compile("^mp\\.messaging\\..*\\.group\\.id=\\$\\{aisle\\.shop-prefix:}(\\S+)$", Pattern.MULTILINE);

    private static final Path PROJECT = ValuesMatrix.PROJECT;

    @Test
    void plainManifestsAndTheTableOfValuesAreThoseOfTheChart() throws IOException {
        assertThat(new RenderManifests(PROJECT).stale())
                .as("run ./aisle k8s render and commit what it writes")
                .isEmpty();
    }

    @Test
    void theChartIsOfThisVersion() throws IOException {
        Matcher version =
                Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(PROJECT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(Files.readString(PROJECT.resolve("deploy/helm/aisle/Chart.yaml")))
                .contains("\nappVersion: " + version.group(1) + "\n", "\nversion: " + version.group(1) + "\n");
    }

    @Test
    void everyValueIsDescribedAndInTheSchema() throws IOException {
        var table = new ValuesTable(PROJECT.resolve("deploy/helm/aisle/values.yaml"));
        var described = table.descriptions();
        JsonNode schema = new ObjectMapper()
                .readTree(
                        PROJECT.resolve("deploy/helm/aisle/values.schema.json").toFile());
        var missing = new ArrayList<String>();
        var leaves = new TreeMap<String, JsonNode>();

        collect("", table.defaults(), schema, described.keySet(), leaves, missing);

        assertThat(missing).isEmpty();
        assertThat(leaves)
                .allSatisfy((path, rule) ->
                        assertThat(rule.path("description").asText()).as(path).isEqualTo(described.get(path)));
    }

    private static void collect(
            String path,
            JsonNode value,
            JsonNode schema,
            Set<String> described,
            Map<String, JsonNode> leaves,
            List<String> missing) {
        if (schema.isMissingNode()) {
            missing.add(path + " isn't in the schema");
        } else if (described.contains(path)) {
            leaves.put(path, schema);
        } else if (value.isObject() && !value.isEmpty()) {
            if (schema.path("additionalProperties").asBoolean(true)) {
                missing.add(path + " takes misspelt keys");
            }
            value.properties()
                    .forEach(entry -> collect(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                            entry.getValue(),
                            schema.path("properties").path(entry.getKey()),
                            described,
                            leaves,
                            missing));
        } else {
            missing.add(path + " isn't described");
        }
    }

    /** Every topic that the code of a service names is in its row, and no other one. */
    @ParameterizedTest
    @EnumSource
    void aServiceMayDoWhatItsCodeDoes(TopicAccess access) throws IOException {
        Set<Topic> named = EnumSet.noneOf(Topic.class);
        named.addAll(namedIn(PROJECT.resolve(access.service())));
        if (access == TopicAccess.RECOMMENDER) {
            named.addAll(namedIn(PROJECT.resolve("assistant")));
        }
        // The platform's own: views of consents and erasures, reports, receipts, the audit log and dead letters.
        named.addAll(namedIn(PROJECT.resolve("platform/src/main/java/dev/aisle/platform/consent")));
        named.addAll(namedIn(PROJECT.resolve("platform/src/main/java/dev/aisle/platform/erasure")));
        named.addAll(namedIn(PROJECT.resolve("platform/src/main/java/dev/aisle/platform/kafka")));
        named.addAll(namedIn(PROJECT.resolve("platform/src/main/java/dev/aisle/platform/audit")));
        Set<Topic> allowed = EnumSet.copyOf(access.reads());
        allowed.addAll(access.writes());
        allowed.addAll(access.describes());

        assertThat(allowed).containsAll(named);
        if (access.describes().isEmpty()) {
            allowed.remove(Topic.ERASURE_RECEIPTS);
            assertThat(named).containsAll(allowed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServiceHasAccessToTheGroupsOfItsChannels(TopicAccess access) throws IOException {
        String properties = Files.readString(
                PROJECT.resolve(access.service()).resolve("src/main/resources/application.properties"));
        Matcher groups = GROUP.matcher(properties);
        var all = new ArrayList<String>();
        while (groups.find()) {
            all.add(groups.group(1));
        }

        assertThat(groups.reset(properties).results().count())
                .isEqualTo(Pattern.compile("(?m)^mp\\.messaging\\..*\\.group\\.id=")
                        .matcher(properties)
                        .results()
                        .count());
        assertThat(access.groups()).containsAll(all);
    }

    private static Set<Topic> namedIn(Path folder) throws IOException {
        Set<Topic> all = EnumSet.noneOf(Topic.class);
        for (String text : sources(folder)) {
            Matcher java = NAMED.matcher(text);
            while (java.find()) {
                Stream.of(Topic.values())
                        .filter(topic -> topic.name().equals(java.group(1)))
                        .forEach(all::add);
            }
            Matcher channel = CHANNEL.matcher(text);
            while (channel.find()) {
                Stream.of(Topic.values())
                        .filter(topic -> topic.topicName().equals(channel.group(1)))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** The texts of a service or of a part of the platform. */
    private static List<String> sources(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> file.toString().contains("/main/")
                            || file.toString().contains("platform"))
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void kubectlReadsTheOverlays(String overlay) throws IOException, InterruptedException {
        Path kubectl = Path.of("/usr/bin/kubectl");
        Assumptions.assumeTrue(
                Files.isExecutable(kubectl), "there is no kubectl (Debian: apt install kubernetes-client)");
        for (String part : List.of("before", "services")) {
            Path out = Files.createTempFile("kustomized", ".yaml");
            var process = new ProcessBuilder(
                            kubectl.toString(),
                            "kustomize",
                            PROJECT.resolve("k8s/overlays/" + overlay + "/" + part)
                                    .toString())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            String text = Files.readString(out);
            Files.delete(out);

            assertThat(process.exitValue()).as(text).isZero();
            var model = new TypedModel();
            assertThat(Chart.parse(text)).isNotEmpty().allSatisfy(model::check);
        }
    }
}

package dev.aisle.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.TopicAccess;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two releases of the chart in one namespace, a shop each, with one broker and one PostgreSQL. */
class SeveralShopsTest {
    private static final List<JsonNode> LAMPS = objects("lamps");
    private static final List<JsonNode> SHOES = objects("shoes");

    private static List<JsonNode> objects(String shop) {
        return ValuesMatrix.objects(ValuesMatrix.FOLDER.resolve("shop-" + shop + ".yaml"));
    }

    private static Stream<JsonNode> of(List<JsonNode> objects, String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    private static Set<String> names(List<JsonNode> objects) {
        return objects.stream().map(TypedModel::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The values of a field, wherever in the objects it stands. */
    private static Set<String> all(List<JsonNode> objects, String field) {
        return objects.stream()
                .flatMap(object -> object.findValues(field).stream())
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noObjectOfOneIsAnObjectOfTheOther() {
        assertThat(names(LAMPS)).doesNotContainAnyElementsOf(names(SHOES));
        assertThat(names(SHOES)).allSatisfy(name -> assertThat(name).contains("shoes-eu-"));
    }

    @Test
    void whatBothUseIsMadeByOne() {
        for (String kind : List.of("Kafka", "KafkaNodePool", "Cluster")) {
            assertThat(of(LAMPS, kind)).as(kind).hasSize(1);
            assertThat(of(SHOES, kind)).as(kind).isEmpty();
        }
        for (List<JsonNode> shop : List.of(LAMPS, SHOES)) {
            assertThat(of(shop, "KafkaUser")
                            .map(user -> user.at("/metadata/labels/strimzi.io~1cluster")
                                    .asText()))
                    .hasSize(6)
                    .containsOnly("aisle");
            assertThat(of(shop, "Database")
                            .map(database -> database.at("/spec/cluster/name").asText()))
                    .hasSize(4)
                    .containsOnly("aisle-db");
        }
    }

    /** Services, claims, accounts, configuration and Secrets: nobody mounts, calls or asks for what is the other's. */
    @Test
    void nothingOfOneLeadsToTheOther() {
        for (String field : List.of("claimName", "serviceAccountName", "serviceName")) {
            assertThat(all(LAMPS, field)).as(field).isNotEmpty().allMatch(name -> name.startsWith("lamps-"));
            assertThat(all(SHOES, field)).as(field).isNotEmpty().allMatch(name -> name.startsWith("shoes-eu-"));
        }
        assertThat(SHOES.stream().map(JsonNode::toString)).noneMatch(text -> text.contains("lamps"));
        assertThat(LAMPS.stream().map(JsonNode::toString)).noneMatch(text -> text.contains("shoes"));
    }

    /** Of a shop nothing is without its name but what both share. */
    @Test
    void everySecretThatAPodMountsIsTheShopsOrThatOfTheSharedAuthorities() {
        Set<String> mounted = Pods.of(SHOES).stream()
                .flatMap(pod -> pod.spec().findValues("secret").stream())
                .flatMap(secret -> Stream.of(
                        secret.path("name").asText(), secret.path("secretName").asText()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(mounted)
                .contains("shoes-eu-aisle-shared", "shoes-eu-profile-service", "shoes-eu-aisle-profile-db")
                .allMatch(name -> name.startsWith("shoes-eu-")
                        || Set.of("aisle-cluster-ca-cert", "aisle-db-ca").contains(name));
    }

    @Test
    void everyPodKnowsItsShop() {
        assertThat(Pods.of(SHOES))
                .filteredOn(pod -> !pod.name().contains("training"))
                .isNotEmpty()
                .allSatisfy(pod -> assertThat(
                                pod.containers().getFirst().path("env").toString())
                        .as(pod.name())
                        .contains("{\"name\":\"AISLE_SHOP\",\"value\":\"shoes-eu\"}"));
        assertThat(of(SHOES, "ConfigMap")
                        .map(config -> config.at("/data/application.properties").asText()))
                .filteredOn(text -> !text.isEmpty())
                .hasSize(6)
                .allMatch(text -> text.contains("aisle.tenant=shoes-eu\n"));
    }

    @Test
    void aShopsUsersReachItsOwnTopicsGroupsAndTransactions() {
        var names = new TreeSet<String>();
        of(SHOES, "KafkaUser")
                .flatMap(user -> Pods.each(user.at("/spec/authorization/acls")))
                .forEach(rule -> names.add(rule.at("/resource/name").asText()));

        assertThat(names).allMatch(name -> name.startsWith("shoes-eu."));
        assertThat(names).contains("shoes-eu.");
        for (Topic topic : Topic.values()) {
            assertThat(names).contains("shoes-eu." + topic.topicName());
        }
        for (TopicAccess access : TopicAccess.values()) {
            access.groups().forEach(group -> assertThat(names).contains("shoes-eu." + group));
        }
        assertThat(of(LAMPS, "Kafka").findFirst().orElseThrow().toString()).doesNotContain("superUsers");
    }

    @Test
    void scalingLooksAtTheShopsOwnGroup() {
        assertThat(of(SHOES, "ScaledObject").map(object -> object.at("/spec/triggers/0/metadata")))
                .isNotEmpty()
                .allSatisfy(trigger -> {
                    assertThat(trigger.path("consumerGroup").asText()).startsWith("shoes-eu.");
                    assertThat(trigger.path("topic").asText()).startsWith("shoes-eu.aisle.");
                });
    }

    @Test
    void aRoleOwnsItsShopsDatabaseAndServicesUseIt() {
        assertThat(of(SHOES, "Database")
                        .map(database -> database.at("/spec/name").asText() + " of "
                                + database.at("/spec/owner").asText()))
                .contains("shoes_eu_profile of shoes_eu_profile", "shoes_eu_privacy of shoes_eu_privacy");
        assertThat(SHOES.stream().map(JsonNode::toString).collect(Collectors.joining()))
                .contains("jdbc:postgresql://aisle-db-rw:5432/shoes_eu_profile?")
                .doesNotContain(":5432/profile?");
    }

    @Test
    void figuresOfTwoShopsStayApart() {
        assertThat(of(SHOES, "ServiceMonitor").map(JsonNode::toString))
                .isNotEmpty()
                .allMatch(text -> text.contains("{\"targetLabel\":\"shop\",\"replacement\":\"shoes-eu\"}"));
        assertThat(of(SHOES, "PrometheusRule")
                        .flatMap(rule -> rule.findValues("labels").stream())
                        .filter(labels -> labels.has("shop") || labels.has("severity"))
                        .map(labels -> labels.path("shop").asText()))
                .isNotEmpty()
                .containsOnly("shoes-eu");
        assertThat(of(SHOES, "PodMonitor"))
                .as("of what the other release makes")
                .isEmpty();
    }

    /** Rules that ask Kubernetes know pods, jobs, volumes and certificates by their names. */
    @Test
    void rulesAskForTheShopsOwnObjects() {
        assertThatRulesKnow(LAMPS, SHOES);
        assertThatRulesKnow(SHOES, LAMPS);
        assertThat(patterns(LAMPS))
                .as("brokers and databases")
                .anyMatch(pattern -> pattern.matcher("aisle-brokers-0").matches());
        assertThat(patterns(SHOES))
                .noneMatch(pattern -> pattern.matcher("aisle-db-1").matches());
    }

    private static void assertThatRulesKnow(List<JsonNode> own, List<JsonNode> foreign) {
        List<Pattern> patterns = patterns(own);

        assertThat(patterns).hasSizeGreaterThan(5);
        assertThat(workloads(own))
                .hasSizeGreaterThan(12)
                .allSatisfy(name -> assertThat(patterns)
                        .as(name)
                        .anyMatch(pattern -> pattern.matcher(name).matches()));
        assertThat(workloads(foreign))
                .allSatisfy(name -> assertThat(patterns)
                        .as(name)
                        .noneMatch(pattern -> pattern.matcher(name).matches()));
    }

    private static List<Pattern> patterns(List<JsonNode> objects) {
        var named = Pattern.compile("\\b(?:pod|job_name|name|cronjob|persistentvolumeclaim)=~?\"([^\"]+)\"");
        return of(objects, "PrometheusRule")
                .filter(rule -> TypedModel.name(rule).endsWith("-cluster"))
                .flatMap(rule -> rule.findValues("expr").stream())
                .flatMap(expression -> named.matcher(expression.asText()).results())
                .map(found -> Pattern.compile(found.group(1)))
                .toList();
    }

    /** Names of pods, jobs and volumes of claims, as they would be. */
    private static Set<String> workloads(List<JsonNode> objects) {
        return objects.stream()
                .filter(object -> object.path("kind")
                        .asText()
                        .matches("Deployment|StatefulSet|Job|CronJob|PersistentVolumeClaim"))
                .map(object -> object.at("/metadata/name").asText()
                        + (object.path("kind").asText().equals("CronJob") ? "" : "-x7f2"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

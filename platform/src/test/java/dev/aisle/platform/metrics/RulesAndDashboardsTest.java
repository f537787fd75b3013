package dev.aisle.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.testing.MetricsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What is given to Prometheus and Grafana asks for nothing that no service has, and every alert says what to do. */
class RulesAndDashboardsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PROMETHEUS = ROOT.resolve("deploy/prometheus");
    private static final Path RUNBOOKS = ROOT.resolve("docs/operations/runbooks");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The address of the published documents; the chart puts another one in its place. */
    private static final Pattern RUNBOOK =
            Pattern.compile("https://aisle\\.dev/docs/operations/runbooks/(\\w+)\\.html");

    private static final Pattern AGGREGATION = Pattern.compile(
            "\\b(sum|min|max|avg|count|group|topk|bottomk|quantile)\\b(\\s+by\\s*\\([^)]*\\))?(?=\\s*\\()");
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"");
    private static final Pattern SELECTORS = Pattern.compile("\\{[^}]*}");
    private static final Pattern RANGES = Pattern.compile("\\[[^]]*]");
    private static final Pattern GROUPINGS =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w:.])([a-zA-Z_:][\\w:]*)(?!\\s*\\(|[\\w:])");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "d", "h", "m", "s");

    @Test
    void everyMetricThatRulesAskForIsOneOfAService() throws IOException {
        Set<String> recorded = rules().map(rule -> rule.record).collect(Collectors.toSet());
        Set<String> asked = rules().flatMap(rule -> metrics(rule.expression).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        asked.removeAll(recorded);
        assertThat(families(asked)).isNotEmpty().isSubsetOf(told());
    }

    @Test
    void everyMetricThatDashboardsShowIsOneOfAService() throws IOException {
        Set<String> recorded = rules().map(rule -> rule.record).collect(Collectors.toSet());
        for (Path dashboard : files(ROOT.resolve("deploy/grafana"), ".json")) {
            List<String> queries = new ArrayList<>();
            queries(JSON.readTree(dashboard.toFile()), queries);
            Set<String> asked = queries.stream()
                    .flatMap(query -> metrics(query).stream())
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(asked).as(dashboard.toString()).isNotEmpty();
            asked.removeAll(recorded);
            assertThat(families(asked)).as(dashboard.toString()).isSubsetOf(told());
        }
    }

    @Test
    void everyAlertLinksToItsRunbookAndEveryRunbookHasAnAlert() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Rule rule : rules().filter(rule -> !rule.alert.isEmpty()).toList()) {
            Matcher link = RUNBOOK.matcher(rule.runbook);
            assertThat(link.matches()).as(rule.alert + ": " + rule.runbook).isTrue();
            assertThat(RUNBOOKS.resolve(link.group(1) + ".md")).as(rule.alert).isRegularFile();
            named.add(link.group(1) + ".md");
        }

        assertThat(files(RUNBOOKS, ".md").stream()
                        .map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(named);
    }

    /** Staging and production, or two shops, in one Prometheus neither add up nor collide. */
    @Test
    void everyRuleKeepsNamespacesAndShopsApart() throws IOException {
        for (Rule rule : rules().toList()) {
            assertThat(mixed(rule.expression, "namespace=~\".*\"", "shop=~\".*\""))
                    .as(rule.alert + rule.record)
                    .isEmpty();
            assertThat(notGrouped(rule.expression)).as(rule.alert + rule.record).isEmpty();
        }
    }

    @Test
    void everyDashboardHasANamespaceAndAShopToChoose() throws IOException {
        for (Path dashboard : files(ROOT.resolve("deploy/grafana"), ".json")) {
            JsonNode read = JSON.readTree(dashboard.toFile());
            List<String> queries = new ArrayList<>();
            queries(read, queries);

            assertThat(read.at("/templating/list"))
                    .extracting(variable -> variable.path("name").asText())
                    .as(dashboard.toString())
                    .containsExactly("datasource", "namespace", "shop");
            assertThat(queries)
                    .allSatisfy(query -> assertThat(mixed(query, "namespace=~\"$namespace\"", "shop=~\"$shop\""))
                            .as(dashboard + ": " + query)
                            .isEmpty());
        }
    }

    /** The check itself: a selector and a sum that would mix shops are found. */
    @Test
    void whatMixesShopsIsFound() {
        assertThat(mixed("sum by (namespace, shop) (rate(aisle_x_total{a=\"{b}\"}[5m]))", "namespace", "shop"))
                .containsExactly("aisle_x_total");
        assertThat(mixed("kube_pod_info{namespace=~\".*\"} > aisle_y", "namespace", "shop"))
                .containsExactly("aisle_y");
        assertThat(notGrouped("max by (job) (x) / sum by (namespace, shop, job) (y)"))
                .containsExactly("max by (job)");
        assertThat(notGrouped("sum(x) > 0")).containsExactly("sum");
    }

    /** Metrics that a query takes from all namespaces or shops; what the cluster tells has no shop. */
    private static List<String> mixed(String query, String namespace, String shop) {
        List<String> found = new ArrayList<>();
        for (String metric : metrics(query)) {
            Matcher uses = Pattern.compile("(?<![\\w:\"])" + metric + "(?![\\w:])(\\{(?:\"[^\"]*\"|[^}\"])*})?")
                    .matcher(query);
            while (uses.find()) {
                String selector = uses.group(1) == null ? "" : uses.group(1);
                boolean ofTheCluster = metric.matches("(kube|kubelet|certmanager)_.*");
                if (!selector.contains(namespace) || !(ofTheCluster || selector.contains(shop))) {
                    found.add(metric);
                }
            }
        }
        return found;
    }

    /** Aggregations that lose the namespace. */
    private static List<String> notGrouped(String query) {
        return AGGREGATION
                .matcher(LITERALS.matcher(query).replaceAll("\"\""))
                .results()
                .map(each -> each.group().strip())
                .filter(each -> !each.matches("\\w+ by \\(namespace(, .*)?\\)"))
                .toList();
    }

    @Test
    void everyAlertIsTestedForComingAndForStayingAway() throws IOException {
        String tests = text(files(PROMETHEUS.resolve("tests"), ".yaml"));

        for (Rule rule : rules().filter(rule -> !rule.alert.isEmpty()).toList()) {
            assertThat(tests).contains("name: " + rule.alert + " fires").contains("name: " + rule.alert + " is quiet");
        }
    }

    /** Prometheus's own tool; where it isn't there, this says how to get it. */
    @Test
    void promtoolFindsTheRulesSoundAndTheirTestsPass() throws IOException, InterruptedException {
        List<String> rules = files(PROMETHEUS.resolve("rules"), ".yaml").stream()
                .map(Path::toString)
                .toList();
        List<String> tests = files(PROMETHEUS.resolve("tests"), ".yaml").stream()
                .map(Path::toString)
                .toList();

        promtool("check", rules);
        promtool("test", tests);
    }

    /** The exporter itself; where it isn't there, this says how to get it. */
    @Test
    void theBlackboxExporterTakesTheModulesOfTheProbes() throws IOException, InterruptedException {
        ran(
                "prometheus-blackbox-exporter",
                List.of(
                        "prometheus-blackbox-exporter",
                        "--config.check",
                        "--config.file=" + PROMETHEUS.resolve("blackbox.yaml")));
    }

    private static void promtool(String what, List<String> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool", what, "rules"));
        command.addAll(files);
        ran("prometheus", command);
    }

    private static void ran(String debianPackage, List<String> command) throws IOException, InterruptedException {
        Process tool;
        try {
            tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            abort(command.getFirst() + " is not there (apt-get install " + debianPackage + "): " + e.getMessage());
            return;
        }
        String said = tool.inputReader().lines().collect(Collectors.joining("\n"));
        assertThat(tool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(tool.exitValue()).as(said).isZero();
    }

    private record Rule(String alert, String record, String expression, String runbook) {}

    private static Stream<Rule> rules() throws IOException {
        List<Rule> all = new ArrayList<>();
        for (Path file : files(PROMETHEUS.resolve("rules"), ".yaml")) {
            JsonNode read = JSON.valueToTree(new Yaml().<Object>load(Files.readString(file)));
            for (JsonNode group : read.path("groups")) {
                for (JsonNode rule : group.path("rules")) {
                    all.add(new Rule(
                            rule.path("alert").asText(),
                            rule.path("record").asText(),
                            rule.path("expr").asText(),
                            rule.path("annotations").path("runbook_url").asText()));
                }
            }
        }
        return all.stream();
    }

    private static void queries(JsonNode node, List<String> into) {
        if (node.path("expr").isTextual()) {
            into.add(node.path("expr").asText());
        }
        node.forEach(child -> queries(child, into));
    }

    /** The names that a query asks for. */
    private static Set<String> metrics(String query) {
        String bare = query;
        for (Pattern part : List.of(LITERALS, SELECTORS, RANGES, GROUPINGS)) {
            bare = part.matcher(bare).replaceAll(" ");
        }
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(bare.replaceAll("\\boffset\\s+\\w+", " "));
        while (name.find()) {
            if (!WORDS.contains(name.group(1))) {
                names.add(name.group(1));
            }
        }
        return names;
    }

    private static Set<String> families(Set<String> names) {
        Set<String> told = told();
        return names.stream()
                .map(name -> told.contains(name) ? name : name.replaceFirst("_(bucket|count|sum)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> told() {
        return MetricsPage.table().stream().map(MetricsPage.Told::name).collect(Collectors.toSet());
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static String text(List<Path> files) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            text.append(Files.readString(file));
        }
        return text.toString();
    }
}

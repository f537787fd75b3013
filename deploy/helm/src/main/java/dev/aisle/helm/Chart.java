package dev.aisle.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The chart of the suite. */
public final class Chart {
    private static final String RELEASE = "aisle";
    static final String NAMESPACE = "aisle";
    private static final String KUBERNETES = "1.34.0";

    private final Path folder;

    /** The chart of a checkout. */
    public Chart(Path project) {
        this.folder = project.resolve("deploy/helm/aisle");
    }

    /** The checkout in which the build runs. */
    public static Path project() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("deploy/helm/aisle/Chart.yaml"))) {
            Path above = folder.getParent();
            if (above == null) {
                throw new IllegalStateException(
                        "Not inside of a checkout of Aisle: " + Path.of("").toAbsolutePath());
            }
            folder = above;
        }
        return folder;
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    /**
     * What Helm would send to a cluster, in its order, without hooks.
     *
     * @throws IllegalStateException with Helm's words when the values don't fit
     */
    public String render(Path values) {
        return template(values).call();
    }

    private TemplateCommand template(Path... values) {
        TemplateCommand command = new Helm(folder)
                .template()
                .withName(RELEASE)
                .withNamespace(NAMESPACE)
                .withKubeVersion(KUBERNETES);
        for (Path each : values) {
            command.withValuesFile(each);
        }
        return command;
    }

    /** The same and the jobs, which as hooks are no part of what a release keeps; parsed, one node an object. Of two files the later one holds. */
    public List<JsonNode> objects(Path... values) {
        return parse(template(values).set("jobs.hooks", false).call());
    }

    /** Reads a stream of YAML documents; empty ones are left out. */
    public static List<JsonNode> parse(String yaml) {
        YAMLMapper mapper = new YAMLMapper();
        try (MappingIterator<JsonNode> documents =
                mapper.readerFor(JsonNode.class).readValues(yaml)) {
            return documents.readAll().stream()
                    .filter(node -> node != null && !node.isNull() && !node.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Not YAML", e);
        }
    }
}

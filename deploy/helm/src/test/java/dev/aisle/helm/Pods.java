package dev.aisle.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The pods that objects make. */
final class Pods {
    private Pods() {}

    /**
     * A pod of an object.
     *
     * @param object that makes it
     * @param labels of the pod
     * @param spec of the pod
     */
    record Pod(JsonNode object, JsonNode labels, JsonNode spec) {
        boolean isService() {
            return object.path("kind").asText().matches("Deployment|StatefulSet");
        }

        String name() {
            return TypedModel.name(object);
        }

        List<JsonNode> containers() {
            var all = new ArrayList<JsonNode>();
            spec.path("containers").forEach(all::add);
            spec.path("initContainers").forEach(all::add);
            return all;
        }
    }

    static List<Pod> of(List<JsonNode> objects) {
        return objects.stream().flatMap(Pods::of).toList();
    }

    private static Stream<Pod> of(JsonNode object) {
        JsonNode template = switch (object.path("kind").asText()) {
            case "Deployment", "StatefulSet", "Job" -> object.at("/spec/template");
            case "CronJob" -> object.at("/spec/jobTemplate/spec/template");
            default -> object.path("no pod");
        };
        return template.isMissingNode()
                ? Stream.of()
                : Stream.of(new Pod(object, template.at("/metadata/labels"), template.path("spec")));
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}

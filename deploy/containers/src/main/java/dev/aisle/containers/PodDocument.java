package dev.aisle.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pod of the chart as {@code podman kube play} takes it. Everything of its specification stays, but for what podman has otherwise: probes, which it would run
 * inside of the container, where there is no curl; volumes of Secrets, which it neither gives to the group of the pod nor puts into folders, and empty ones,
 * which its pods would share; names of Services.
 */
final class PodDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    static final List<String> PROBES = List.of("startupProbe", "readinessProbe", "livenessProbe");

    private final ChartPods chart;
    private final Map<String, String> names;

    /**
     * For the pods of a chart.
     *
     * @param names of Services and their addresses
     */
    PodDocument(ChartPods chart, Map<String, String> names) {
        this.chart = chart;
        this.names = Map.copyOf(names);
    }

    /**
     * Returns the documents of one pod, one a line of the stream: its ConfigMaps, its claims, itself.
     *
     * @param workload whose it is
     * @param pod its own name
     * @param image that runs instead of the one that the chart names; empty for that one
     * @param mounted where the files of its Secrets and its empty folders lie, a folder a volume
     */
    String of(String workload, String pod, String image, Path mounted) {
        JsonNode template = chart.workload(workload).at("/spec/template");
        ObjectNode spec = template.path("spec").deepCopy();
        spec.remove(List.of("topologySpreadConstraints", "nodeSelector", "tolerations", "imagePullSecrets"));
        ArrayNode aliases = spec.putArray("hostAliases");
        names.forEach((name, address) ->
                aliases.addObject().put("ip", address).putArray("hostnames").add(name));
        for (JsonNode container : spec.path("containers")) {
            ((ObjectNode) container).remove(PROBES);
            if (!image.isEmpty()) {
                ((ObjectNode) container).put("image", image);
            }
        }
        Map<String, JsonNode> beside = new LinkedHashMap<>();
        ArrayNode volumes = JSON.arrayNode();
        for (JsonNode volume : spec.path("volumes")) {
            volumes.add(volume(volume, mounted, beside));
        }
        for (JsonNode claim : chart.workload(workload).at("/spec/volumeClaimTemplates")) {
            ObjectNode own = claim.deepCopy();
            // As a StatefulSet names them: a pod that comes back finds its own.
            String name = claim.at("/metadata/name").asText() + "-" + workload + "-0";
            own.put("kind", "PersistentVolumeClaim").put("apiVersion", "v1");
            ((ObjectNode) own.path("metadata")).put("name", name);
            beside.put(name, own);
            volumes.add(claimed(claim.at("/metadata/name").asText(), name));
        }
        spec.set("volumes", volumes);
        ObjectNode document = JSON.objectNode().put("apiVersion", "v1").put("kind", "Pod");
        document.putObject("metadata").put("name", pod).set("labels", template.at("/metadata/labels"));
        document.set("spec", spec);
        List<String> all = new ArrayList<>();
        beside.values().forEach(each -> all.add(each.toString()));
        all.add(document.toString());
        return String.join("\n---\n", all) + "\n";
    }

    private static ObjectNode claimed(String volume, String claim) {
        ObjectNode all = JSON.objectNode().put("name", volume);
        all.putObject("persistentVolumeClaim").put("claimName", claim);
        return all;
    }

    private JsonNode volume(JsonNode volume, Path mounted, Map<String, JsonNode> beside) {
        // An emptyDir of one name would be one folder for all pods, made as the image has it.
        if (volume.has("projected") || volume.has("secret") || volume.has("emptyDir")) {
            String name = volume.path("name").asText();
            ObjectNode folder = JSON.objectNode().put("name", name);
            folder.putObject("hostPath")
                    .put("path", mounted.resolve(name).toString())
                    .put("type", "Directory");
            return folder;
        }
        if (volume.has("configMap")) {
            document("ConfigMap", volume.at("/configMap/name").asText(), beside);
        }
        if (volume.has("persistentVolumeClaim")) {
            document(
                    "PersistentVolumeClaim",
                    volume.at("/persistentVolumeClaim/claimName").asText(),
                    beside);
        }
        return volume;
    }

    private void document(String kind, String name, Map<String, JsonNode> beside) {
        JsonNode found = chart.documents().get(kind + "/" + name);
        if (found == null) {
            throw new IllegalStateException("The chart renders no " + kind + " " + name + ", which a pod mounts.");
        }
        beside.put(kind + "/" + name, found);
    }
}

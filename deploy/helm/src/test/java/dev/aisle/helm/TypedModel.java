package dev.aisle.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Says of an object whether Kubernetes, or the operator whose it is, knows every field of it. */
final class TypedModel {
    private static final Map<String, Check> BUILT_IN = builtIn();
    private final Map<String, JsonSchema> custom = new HashMap<>();

    @FunctionalInterface
    private interface Check {
        void validate(JsonElement element) throws IOException;
    }

    private static Map<String, Check> builtIn() {
        var all = new HashMap<String, Check>();
        all.put("v1/ConfigMap", V1ConfigMap::validateJsonElement);
        all.put("v1/Namespace", V1Namespace::validateJsonElement);
        all.put("v1/PersistentVolumeClaim", V1PersistentVolumeClaim::validateJsonElement);
        all.put("v1/Pod", V1Pod::validateJsonElement);
        all.put("v1/Service", V1Service::validateJsonElement);
        all.put("v1/ServiceAccount", V1ServiceAccount::validateJsonElement);
        all.put("apps/v1/Deployment", V1Deployment::validateJsonElement);
        all.put("apps/v1/StatefulSet", V1StatefulSet::validateJsonElement);
        all.put("batch/v1/Job", V1Job::validateJsonElement);
        all.put("batch/v1/CronJob", V1CronJob::validateJsonElement);
        all.put("autoscaling/v2/HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement);
        all.put("policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement);
        all.put("networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement);
        all.put("networking.k8s.io/v1/Ingress", V1Ingress::validateJsonElement);
        all.put("rbac.authorization.k8s.io/v1/Role", V1Role::validateJsonElement);
        all.put("rbac.authorization.k8s.io/v1/RoleBinding", V1RoleBinding::validateJsonElement);
        return all;
    }

    /** Throws an {@link AssertionError} with what is wrong. */
    void check(JsonNode object) {
        String type =
                object.path("apiVersion").asText() + "/" + object.path("kind").asText();
        Check check = BUILT_IN.get(type);
        try {
            if (check != null) {
                check.validate(JsonParser.parseString(object.toString()));
                return;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new AssertionError(name(object) + ": " + e.getMessage(), e);
        }
        var errors = custom.computeIfAbsent(type, TypedModel::schema).validate(object);
        if (!errors.isEmpty()) {
            throw new AssertionError(name(object) + ": " + errors);
        }
    }

    static String name(JsonNode object) {
        return object.path("kind").asText() + " "
                + object.path("metadata").path("name").asText();
    }

    /** Small schemas of the operators' resources, of what the chart uses of them: written down from the operators' own documentation. */
    private static JsonSchema schema(String type) {
        String file = "/crds/" + type.substring(type.lastIndexOf('/') + 1) + ".json";
        try (InputStream in = TypedModel.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new AssertionError("Nothing is known of " + type + ": add " + file);
            }
            JsonNode schema = new ObjectMapper().readTree(in);
            String version = type.substring(0, type.lastIndexOf('/'));
            if (!schema.path("properties")
                    .path("apiVersion")
                    .path("const")
                    .asText()
                    .equals(version)) {
                throw new AssertionError(file + " isn't of " + version);
            }
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}

package dev.aisle.helm;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.fabric8.certmanager.api.model.v1.Certificate;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.Probe;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
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
import java.util.HashMap;
import java.util.Map;

/** Says of an object whether Kubernetes, or the operator whose it is, knows every field of it. */
final class TypedModel {
    private static final ObjectMapper KNOWN_ONLY = knownOnly();
    private static final Map<String, Check> BUILT_IN = builtIn();
    private static final PublishedSchema PUBLISHED = new PublishedSchema();

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
        all.put("cert-manager.io/v1/Certificate", strict(Certificate.class));
        all.put("monitoring.coreos.com/v1/PodMonitor", strict(PodMonitor.class));
        all.put("monitoring.coreos.com/v1/Probe", strict(Probe.class));
        all.put("monitoring.coreos.com/v1/PrometheusRule", strict(PrometheusRule.class));
        all.put("monitoring.coreos.com/v1/ServiceMonitor", strict(ServiceMonitor.class));
        return all;
    }

    /** The models keep fields that they don't know; read without that habit, they refuse them. */
    private static Check strict(Class<?> model) {
        return element -> KNOWN_ONLY.readValue(element.toString(), model);
    }

    private static ObjectMapper knownOnly() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    @Override
                    public Boolean hasAnySetter(Annotated annotated) {
                        return false;
                    }
                })
                .build();
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
        PUBLISHED.check(type, object);
    }

    static String name(JsonNode object) {
        return object.path("kind").asText() + " "
                + object.path("metadata").path("name").asText();
    }
}

{{/* The configuration of a component: root, key, component. Names with dots and dashes are none for an environment, so it is a file. */}}
{{- define "aisle.properties" -}}
{{- $ := .root -}}
{{- $key := .key -}}
{{- $component := .component -}}
{{- $values := $.Values -}}
# Above application.properties of the image, below the environment.
config_ordinal=275
aisle.tenant={{ include "aisle.tenant" $ }}
quarkus.oidc.auth-server-url={{ include "aisle.issuer" $ }}
{{- with $values.oidc.audience }}
quarkus.oidc.token.audience={{ . }}
{{- end }}
quarkus.oidc.roles.role-claim-path={{ $values.oidc.rolesPath }}
quarkus.oidc.console.roles.role-claim-path={{ $values.oidc.rolesPath }}
quarkus.oidc.console.client-id={{ $values.oidc.consoleClient }}
quarkus.oidc.console.credentials.client-secret.method={{ $values.oidc.clientSecretMethod }}
quarkus.oidc.console.credentials.client-secret.provider.name=mounted
quarkus.oidc.console.credentials.client-secret.provider.keyring-name=oidc-console
quarkus.oidc.console.credentials.client-secret.provider.key=client-secret
{{- if has $key (list "recommender" "campaign" "privacy") }}
quarkus.oidc-client.auth-server-url={{ include "aisle.issuer" $ }}
quarkus.oidc-client.client-id={{ $component.service }}
quarkus.oidc-client.credentials.client-secret.method={{ $values.oidc.clientSecretMethod }}
quarkus.oidc-client.credentials.client-secret.provider.name=mounted
quarkus.oidc-client.credentials.client-secret.provider.keyring-name=oidc-client
quarkus.oidc-client.credentials.client-secret.provider.key=client-secret
{{- end }}
{{- range $each, $owner := dict "ingest" "door" "profile" "profile" "recommender" "recommender" "campaign" "campaign" "privacy" "privacy" }}
aisle.console.addresses.{{ $each }}={{ include "aisle.console" (dict "root" $ "key" $owner "owner" ($owner | eq "door" | ternary "eventIngest" $owner)) }}
{{- end }}
{{- if $values.tls.enabled }}
quarkus.http.tls-configuration-name=server
quarkus.http.ssl-port=8443
quarkus.http.insecure-requests=disabled
quarkus.tls.server.key-store.pem.0.cert=/etc/aisle/tls/tls.crt
quarkus.tls.server.key-store.pem.0.key=/etc/aisle/tls/tls.key
quarkus.tls.server.protocols=TLSv1.3
quarkus.tls.client.trust-store.pem.certs=/etc/aisle/tls/ca.crt
quarkus.tls.client.protocols=TLSv1.3
{{- if $values.tls.mutual }}
aisle.tls.clients=required
quarkus.tls.server.trust-store.pem.certs=/etc/aisle/tls/ca.crt
quarkus.tls.client.key-store.pem.0.cert=/etc/aisle/tls/tls.crt
quarkus.tls.client.key-store.pem.0.key=/etc/aisle/tls/tls.key
{{- end }}
{{- else }}
quarkus.http.port=8080
{{- end }}
aisle.http.limits.per-address={{ int $values.limits.perAddress }}
aisle.http.limits.per-client={{ int $values.limits.perClient }}
{{- if include "aisle.outside" $ }}
quarkus.http.proxy.proxy-address-forwarding=true
{{- with $values.ingress.trustedProxies }}
quarkus.http.proxy.trusted-proxies={{ . }}
{{- end }}
{{- end }}
# Requests come until every proxy has heard that the pod ends.
quarkus.shutdown.delay={{ int $values.drainSeconds }}s
quarkus.shutdown.timeout=30s
{{- with $values.traces.endpoint }}
aisle.traces.endpoint={{ . }}
aisle.traces.share={{ $values.traces.share }}
{{- if $values.traces.headersSecret }}
aisle.traces.headers-file=/etc/aisle/secrets/traces/headers
{{- end }}
{{- end }}
{{- with $component.database }}
quarkus.datasource.jdbc.url={{ include "aisle.jdbc" (dict "root" $ "database" .) }}
quarkus.datasource.credentials-provider=database
quarkus.datasource.credentials-provider-name=mounted
quarkus.flyway.migrate-at-start={{ not $values.migrations.enabled }}
{{- end }}
{{- if has $key (list "recommender" "campaign") }}
{{- with $values.placements }}
aisle.placements={{ join "," . }}
{{- end }}
{{- end }}
{{- if eq $key "door" }}
aisle.refine.enabled=false
{{- range $each := list "profile" "recommender" "campaign" "privacy" }}
aisle.operations.services.{{ $each }}={{ include "aisle.address" (dict "root" $ "key" $each) }}
{{- end }}
{{- else if eq $key "refine" }}
aisle.refine.enabled=true
aisle.state-directory=/var/lib/aisle/state
kafka-streams.aisle.partitions={{ int $values.topics.partitions }}
{{- if or (gt (int $values.components.refine.replicas) 1) $values.components.refine.autoscaling.enabled }}
# Another replica has the same state and goes on at once when one ends; it would read a day of ids from Kafka first.
kafka-streams.num.standby.replicas=1
{{- end }}
{{- if $values.archive.enabled }}
aisle.archive.directory=/var/lib/aisle/archive
aisle.archive.retention-days={{ int $values.archive.retentionDays }}
{{- end }}
{{- else if eq $key "recommender" }}
aisle.models.directory=/var/lib/aisle/models
{{- with $values.models.bucket }}
{{- if .name }}
aisle.models.bucket.name={{ .name }}
{{- with .endpoint }}
aisle.models.bucket.endpoint={{ . }}
{{- end }}
aisle.models.bucket.region={{ .region }}
{{- with printf "%s%s" .prefix (regexReplaceAll "-$" (include "aisle.prefix" $) "/") }}
aisle.models.bucket.prefix={{ . }}
{{- end }}
aisle.models.bucket.path-style={{ .pathStyle }}
{{- if .ca.secret }}
quarkus.tls.models.trust-store.pem.certs=/etc/aisle/bucket/ca.crt
{{- end }}
{{- end }}
{{- end }}
aisle.training.heap={{ $values.training.heap }}
aisle.assistant.services.campaigns={{ include "aisle.address" (dict "root" $ "key" "campaign") }}
aisle.assistant.services.privacy={{ include "aisle.address" (dict "root" $ "key" "privacy") }}
{{- if $values.training.enabled }}
aisle.training.every=3650d
{{- end }}
{{- else if eq $key "campaign" }}
aisle.channels.privacy={{ include "aisle.address" (dict "root" $ "key" "privacy") }}
aisle.profiles.address={{ include "aisle.address" (dict "root" $ "key" "profile") }}
aisle.messages.public-url={{ include "aisle.public" (dict "root" $ "key" "campaign" "owner" "campaign") }}
quarkus.grpc.clients.recommender.host={{ include "aisle.prefix" $ }}recommender-service
quarkus.grpc.clients.recommender.port={{ include "aisle.port" $ }}
{{- if $values.tls.enabled }}
quarkus.grpc.clients.recommender.plain-text=false
{{- end }}
{{- else if eq $key "privacy" }}
aisle.exports.services.event-ingest-service={{ include "aisle.address" (dict "root" $ "key" "refine") }}
aisle.exports.services.profile-service={{ include "aisle.address" (dict "root" $ "key" "profile") }}
aisle.exports.services.recommender-service={{ include "aisle.address" (dict "root" $ "key" "recommender") }}
aisle.exports.services.campaign-service={{ include "aisle.address" (dict "root" $ "key" "campaign") }}
aisle.erasure.services=event-ingest-service,profile-service,recommender-service,campaign-service,privacy-service{{ if $values.archive.enabled }},event-archive{{ end }}
{{- range $values.receipts.trusted }}
aisle.receipts.trusted."{{ .id }}".services={{ join "," .services }}
aisle.receipts.trusted."{{ .id }}".public-key={{ .publicKey }}
{{- end }}
{{- if $values.opendsr.secret }}
aisle.opendsr.keystore=/etc/aisle/opendsr/opendsr.p12
aisle.opendsr.processor-domain={{ $values.opendsr.domain }}
{{- end }}
aisle.controller.name={{ $values.controller.name }}
aisle.controller.identifier={{ $values.controller.identifier }}
aisle.controller.contact={{ $values.controller.contact }}
{{- end }}
{{- range $name, $value := (index $values.components $key).config }}
{{ $name }}={{ $value }}
{{- end }}
{{- end -}}

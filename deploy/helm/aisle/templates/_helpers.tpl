{{- define "aisle.labels" -}}
app.kubernetes.io/part-of: aisle
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ include "aisle.tag" . | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{/* Before the names of all objects of a shop, so that several are in one namespace. */}}
{{- define "aisle.prefix" -}}
{{- with .Values.shop }}{{ . }}-{{ end -}}
{{- end -}}

{{/* Before the names of its topics, groups and transactions, as the services read it from AISLE_SHOP. */}}
{{- define "aisle.topicPrefix" -}}
{{- with .Values.shop }}{{ . }}.{{ end -}}
{{- end -}}

{{/* The shop in pseudonyms, receipts, and as the label of metrics. */}}
{{- define "aisle.tenant" -}}
{{- .Values.tenant | default .Values.shop | default "shop" -}}
{{- end -}}

{{/* A Secret of the shop's that the chart doesn't make: root, name. */}}
{{- define "aisle.secret" -}}
{{- if .name }}{{ include "aisle.prefix" .root }}{{ .name }}{{ end -}}
{{- end -}}

{{/*
MiB of heap of a component: root, key, component. What it needs with few people, and what each person takes in it, of which at most seven tenths are
in use; docs/scale.md says where the figures are from. Rounded up to 32.
*/}}
{{- define "aisle.heap" -}}
{{- $given := (index .root.Values.components .key).heap -}}
{{- if $given -}}
{{- include "aisle.mebibytes" $given -}}
{{- else -}}
{{- $people := div (mul (int64 .root.Values.people) (int64 .component.heap.person)) 1048576 -}}
{{- mul 32 (div (add (int64 .component.heap.base) $people 31) 32) -}}
{{- end -}}
{{- end -}}

{{/* A size such as 512m or 2g in MiB. */}}
{{- define "aisle.mebibytes" -}}
{{- if hasSuffix "g" . }}{{ mul 1024 (trimSuffix "g" . | int64) }}{{ else }}{{ trimSuffix "m" . }}{{ end -}}
{{- end -}}

{{/*
What a component asks for and gets: root, key, component. Memory that isn't said is the heap and what stands beside it, half of which is asked for. Beside
recommender-service runs the process that trains, with a heap of its own and 256 MiB of native memory.
*/}}
{{- define "aisle.resources" -}}
{{- $given := (index .root.Values.components .key).resources -}}
{{- $heap := include "aisle.heap" . | int64 -}}
{{- $beside := int64 .component.heap.beside -}}
{{- if eq .key "recommender" -}}
{{- $beside = add $beside 256 (include "aisle.mebibytes" .root.Values.training.heap | int64) -}}
{{- end -}}
requests:
  cpu: {{ $given.requests.cpu | quote }}
  memory: {{ $given.requests.memory | default (printf "%dMi" (add $heap (div $beside 2))) }}
limits:
  cpu: {{ $given.limits.cpu | quote }}
  memory: {{ $given.limits.memory | default (printf "%dMi" (add $heap $beside)) }}
{{- end -}}

{{/* For operators' resources: an operator may hand labels on to pods, which our NetworkPolicies would then take for ours. */}}
{{- define "aisle.foreignLabels" -}}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "aisle.selector" -}}
app.kubernetes.io/part-of: aisle
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/name: {{ .name }}
{{- end -}}

{{- define "aisle.tag" -}}
{{- $tag := .Values.image.tag | default .Chart.AppVersion -}}
{{- if eq $tag "latest" }}{{ fail "image.tag: latest says nothing of what runs; name a version." }}{{ end -}}
{{- $tag -}}
{{- end -}}

{{/* An image: root, name. */}}
{{- define "aisle.image" -}}
{{- with .root.Values.image.registry }}{{ . | trimSuffix "/" }}/{{ end }}{{ .name }}:{{ include "aisle.tag" .root }}
{{- end -}}

{{- define "aisle.port" -}}
{{- if .Values.tls.enabled }}8443{{ else }}8080{{ end -}}
{{- end -}}

{{/* Where a component is for the others: root, key. */}}
{{- define "aisle.address" -}}
{{- $component := index (include "aisle.components" .root | fromYaml) .key -}}
{{- if .root.Values.tls.enabled }}https{{ else }}http{{ end }}://{{ $component.object }}:{{ include "aisle.port" .root }}
{{- end -}}

{{/* Whether the services are served outside of the cluster. */}}
{{- define "aisle.outside" -}}
{{- if or .Values.ingress.enabled .Values.ingress.gateway.enabled }}yes{{ end -}}
{{- end -}}

{{/* Where a service's public API is: root, key, owner. */}}
{{- define "aisle.public" -}}
{{- if include "aisle.outside" .root }}https://{{ index .root.Values.ingress.hosts .owner }}{{ else }}{{ include "aisle.address" . }}{{ end -}}
{{- end -}}

{{/* Where a service's console is for staff: root, key, owner. */}}
{{- define "aisle.console" -}}
{{- if and (include "aisle.outside" .root) .root.Values.ingress.internal.enabled }}https://{{ index .root.Values.ingress.internal.hosts .owner }}{{ else }}{{ include "aisle.address" . }}{{ end -}}
{{- end -}}

{{- define "aisle.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .Values.runAsUser }}
runAsGroup: {{ .Values.runAsUser }}
fsGroup: {{ .Values.runAsUser }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "aisle.containerSecurity" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: ["ALL"]
{{- end -}}

{{- define "aisle.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "aisle.bootstrap" -}}
{{- if .Values.kafka.strimzi.enabled -}}
{{ .Values.kafka.strimzi.cluster }}-kafka-bootstrap:9093
{{- else -}}
{{- required "kafka.bootstrapServers: name the brokers as host:port, or switch kafka.strimzi.enabled on." .Values.kafka.bootstrapServers -}}
{{- end -}}
{{- end -}}

{{- define "aisle.kafkaProtocol" -}}
{{- if .Values.kafka.strimzi.enabled }}SSL{{ else }}{{ .Values.kafka.securityProtocol }}{{ end -}}
{{- end -}}

{{/* The Secret with the authority of the brokers: root. */}}
{{- define "aisle.kafkaCa" -}}
{{- if .Values.kafka.strimzi.enabled }}{{ .Values.kafka.strimzi.cluster }}-cluster-ca-cert{{ else }}{{ .Values.kafka.ca.secret }}{{ end -}}
{{- end -}}

{{/* The Secret with which a component logs in: root, owner. */}}
{{- define "aisle.kafkaClient" -}}
{{- if .root.Values.kafka.strimzi.enabled -}}
{{ include "aisle.prefix" .root }}{{ if eq .owner "topics" }}aisle-topics{{ else }}{{ include "aisle.principalOf" .owner }}{{ end -}}
{{- else -}}
{{- include "aisle.secret" (dict "root" .root "name" (index .root.Values.kafka.clientSecrets .owner)) -}}
{{- end -}}
{{- end -}}

{{- define "aisle.principalOf" -}}
{{- get (dict "eventIngest" "event-ingest-service" "profile" "profile-service" "recommender" "recommender-service" "campaign" "campaign-service" "privacy" "privacy-service") . -}}
{{- end -}}

{{/* How a process finds the brokers, and which shop's part of them is its own: root, owner. */}}
{{- define "aisle.kafkaEnv" -}}
{{- $protocol := include "aisle.kafkaProtocol" .root -}}
{{- $client := include "aisle.kafkaClient" . -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ include "aisle.bootstrap" .root | quote }}
{{- with .root.Values.shop }}
- name: AISLE_SHOP
  value: {{ . }}
{{- end }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ $protocol }}
{{- if hasSuffix "SSL" $protocol }}
- name: KAFKA_SSL_ENGINE_FACTORY_CLASS
  value: dev.aisle.platform.kafka.RenewedStores
{{- end }}
{{- if and (hasSuffix "SSL" $protocol) (include "aisle.kafkaCa" .root) }}
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: KAFKA_SSL_TRUSTSTORE_LOCATION
  value: /etc/aisle/kafka/ca.crt
{{- end }}
{{- if and (eq $protocol "SSL") $client }}
- name: KAFKA_SSL_KEYSTORE_TYPE
  value: PKCS12
- name: KAFKA_SSL_KEYSTORE_LOCATION
  value: /etc/aisle/kafka/user.p12
{{- end }}
{{- if hasPrefix "SASL" $protocol }}
- name: KAFKA_SASL_MECHANISM
  value: {{ .root.Values.kafka.saslMechanism }}
- name: KAFKA_SASL_CLIENT_CALLBACK_HANDLER_CLASS
  value: dev.aisle.platform.kafka.RenewedLogin
{{- end }}
{{- end -}}

{{/* Certificates of the way to the brokers, as sources of a projected volume: root, owner. Empty when there are none. */}}
{{- define "aisle.kafkaFiles" -}}
{{- $protocol := include "aisle.kafkaProtocol" .root -}}
{{- $client := include "aisle.kafkaClient" . -}}
{{- if hasSuffix "SSL" $protocol }}
{{- with include "aisle.kafkaCa" .root }}
- secret:
    name: {{ . }}
    items:
      - key: {{ $.root.Values.kafka.strimzi.enabled | ternary "ca.crt" $.root.Values.kafka.ca.key }}
        path: ca.crt
{{- end }}
{{- if and (eq $protocol "SSL") $client }}
- secret:
    name: {{ $client }}
    items:
      - key: user.p12
        path: user.p12
{{- end }}
{{- end }}
{{- end -}}

{{/* The login at the brokers, as configuration keys in the folder of secrets: root, owner. */}}
{{- define "aisle.kafkaSecrets" -}}
{{- $protocol := include "aisle.kafkaProtocol" .root -}}
{{- with include "aisle.kafkaClient" . }}
{{- if eq $protocol "SSL" }}
- secret:
    name: {{ . }}
    items:
      - key: user.password
        path: kafka.ssl.keystore.password
{{- else if hasPrefix "SASL" $protocol }}
- secret:
    name: {{ . }}
    items:
      - key: sasl.jaas.config
        path: kafka.sasl.jaas.config
{{- end }}
{{- end }}
{{- end -}}

{{/* The name of a database's cluster: root, database. After a restore it is a new one. */}}
{{- define "aisle.cluster" -}}
{{ .root.Values.postgresql.cloudnativepg.cluster | default (printf "%s%s-db" (include "aisle.prefix" .root) .database) }}{{ with .root.Values.restore.name }}-{{ . }}{{ end }}
{{- end -}}

{{/* The clusters that hold the databases, as a list: those of each, or the one of all. */}}
{{- define "aisle.clusters" -}}
{{- if .Values.postgresql.cloudnativepg.cluster }}
- {{ include "aisle.cluster" (dict "root" . "database" "") }}
{{- else }}
{{- range $database, $_ := .Values.postgresql.databases }}
- {{ include "aisle.cluster" (dict "root" $ "database" $database) }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Names of the servers that this release makes and that are named for no shop, each behind a bar: for the patterns of rules. */}}
{{- define "aisle.madeServers" -}}
{{- with .Values.kafka.strimzi }}{{ if and .enabled (not .shared) }}|{{ .cluster }}{{ end }}{{ end -}}
{{- with .Values.postgresql.cloudnativepg }}{{ if and .enabled .cluster (not .shared) }}|{{ .cluster }}{{ end }}{{ end -}}
{{- end -}}

{{/* The name of a database and of the role that owns it: root, database. */}}
{{- define "aisle.databaseName" -}}
{{- with .root.Values.shop }}{{ . | replace "-" "_" }}_{{ end }}{{ (index .root.Values.postgresql.databases .database).name -}}
{{- end -}}

{{/* The name of a database's Secret: root, database. The operator makes one for the first database of a cluster alone. */}}
{{- define "aisle.databaseSecret" -}}
{{- $cloudnativepg := .root.Values.postgresql.cloudnativepg -}}
{{- if and $cloudnativepg.enabled (not $cloudnativepg.cluster) }}{{ include "aisle.cluster" . }}-app{{ else }}{{ include "aisle.secret" (dict "root" .root "name" (index .root.Values.postgresql.databases .database).secret) }}{{ end -}}
{{- end -}}

{{- define "aisle.databaseCa" -}}
{{- if .root.Values.postgresql.cloudnativepg.enabled }}{{ include "aisle.cluster" . }}-ca{{ else }}{{ .root.Values.postgresql.ca.secret }}{{ end -}}
{{- end -}}

{{- define "aisle.jdbc" -}}
{{- $database := index .root.Values.postgresql.databases .database -}}
{{- $host := "" -}}
{{- if .root.Values.postgresql.cloudnativepg.enabled -}}
{{- $host = printf "%s-rw" (include "aisle.cluster" .) -}}
{{- else -}}
{{- $host = required "postgresql.host: name the server, or switch postgresql.cloudnativepg.enabled on." ($database.host | default .root.Values.postgresql.host) -}}
{{- end -}}
jdbc:postgresql://{{ $host }}:{{ int .root.Values.postgresql.port }}/{{ include "aisle.databaseName" . }}?sslmode={{ .root.Values.postgresql.sslMode }}
{{- if include "aisle.databaseCa" . }}&sslrootcert=/etc/aisle/database/ca.crt{{ end -}}
{{- end -}}

{{/* Whether one pod alone can have the models: root. */}}
{{- define "aisle.modelsOfOnePod" -}}
{{- if and (not .Values.models.bucket.name) (eq .Values.models.accessMode "ReadWriteOnce") }}yes{{ end -}}
{{- end -}}

{{/* The folder of secrets of a component: root, component. */}}
{{- define "aisle.secretSources" -}}
{{- $owner := .component.owner -}}
- secret:
    name: {{ include "aisle.secret" (dict "root" .root "name" .root.Values.secrets.shared) }}
- secret:
    name: {{ include "aisle.secret" (dict "root" .root "name" (index .root.Values.secrets $owner)) }}
- secret:
    name: {{ include "aisle.secret" (dict "root" .root "name" (index .root.Values.oidc.secrets $owner)) }}
    items:
      - key: client-secret
        path: oidc-client/client-secret
      - key: console-secret
        path: oidc-console/client-secret
{{- with .component.database }}
- secret:
    name: {{ include "aisle.databaseSecret" (dict "root" $.root "database" .) }}
    items:
      - key: username
        path: database/username
      - key: password
        path: database/password
{{- end }}
{{- if .root.Values.traces.endpoint }}
{{- with .root.Values.traces.headersSecret }}
- secret:
    name: {{ . }}
    items:
      - key: headers
        path: traces/headers
{{- end }}
{{- end }}
{{- if and .root.Values.models.bucket.name (eq $owner "recommender") }}
- secret:
    name: {{ include "aisle.secret" (dict "root" .root "name" (required "models.bucket.secret: name the Secret with access-key-id and secret-access-key." .root.Values.models.bucket.secret)) }}
    items:
      - key: access-key-id
        path: aisle.models.bucket.access-key-id
      - key: secret-access-key
        path: aisle.models.bucket.secret-access-key
{{- end }}
{{- with .root.Values.opendsr.secret }}
{{- if eq $owner "privacy" }}
- secret:
    name: {{ include "aisle.secret" (dict "root" $.root "name" .) }}
    items:
      - key: password
        path: aisle.opendsr.keystore-password
{{- end }}
{{- end }}
{{- include "aisle.kafkaSecrets" (dict "root" .root "owner" $owner) }}
{{- end -}}

{{- define "aisle.issuer" -}}
{{- required "oidc.issuer: name the address of the issuer's realm." .Values.oidc.issuer -}}
{{- end -}}

{{/* An arrow outwards: root, to; components for one to a service, database for one to PostgreSQL. */}}
{{- define "aisle.egress" -}}
{{- $ := .root -}}
{{- $network := $.Values.networkPolicy -}}
{{- if eq .to "kafka" -}}
- ports:
    {{- range $network.kafka.ports }}
    - {port: {{ int . }}, protocol: TCP}
    {{- end }}
  {{- if $.Values.kafka.strimzi.enabled }}
  to:
    - podSelector:
        matchLabels: {strimzi.io/cluster: {{ $.Values.kafka.strimzi.cluster }}, strimzi.io/kind: Kafka}
  {{- else if $network.kafka.to }}
  to:
    {{- toYaml $network.kafka.to | nindent 4 }}
  {{- end }}
{{- else if eq .to "database" -}}
- ports:
    - {port: {{ int $.Values.postgresql.port }}, protocol: TCP}
  {{- if $.Values.postgresql.cloudnativepg.enabled }}
  to:
    - podSelector:
        matchLabels: {cnpg.io/cluster: {{ include "aisle.cluster" . }}}
  {{- else if $network.postgresql.to }}
  to:
    {{- toYaml $network.postgresql.to | nindent 4 }}
  {{- end }}
{{- else if eq .to "issuer" -}}
- ports:
    - {port: {{ int $network.issuer.port }}, protocol: TCP}
  {{- with $network.issuer.to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- else if eq .to "mail" -}}
- ports:
    {{- range $network.mail.ports }}
    - {port: {{ int . }}, protocol: TCP}
    {{- end }}
  {{- with $network.mail.to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- else if eq .to "hooks" -}}
- ports:
    {{- range $network.hooks.ports }}
    - {port: {{ int . }}, protocol: TCP}
    {{- end }}
  {{- with $network.hooks.to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- else if eq .to "models" -}}
{{- with $.Values.models.bucket }}
{{- if .name -}}
- ports:
    - {port: {{ regexFind ":[0-9]+" (regexReplaceAll "^[a-z]+://" .endpoint "") | trimPrefix ":" | default (hasPrefix "http:" .endpoint | ternary "80" "443") | int }}, protocol: TCP}
  {{- with $network.models.to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}
{{- end -}}
{{- else if eq .to "traces" -}}
{{- if $.Values.traces.endpoint -}}
- ports:
    - {port: {{ regexFind ":[0-9]+" (regexReplaceAll "^[a-z]+://" $.Values.traces.endpoint "") | trimPrefix ":" | default "4318" | int }}, protocol: TCP}
  {{- with $network.traces.to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}
{{- else -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "aisle.selector" (dict "root" $ "name" (index .components .to).name) | nindent 10 }}
  ports:
    - {port: web, protocol: TCP}
{{- end -}}
{{- end -}}

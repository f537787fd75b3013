{{/* A job at a component's database, before the roll-out: root, key, component, name, container, main, weight, env. */}}
{{- define "aisle.databaseJob" -}}
{{- $ := .root }}
{{- $component := .component }}
---
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .name }}
  namespace: {{ $.Release.Namespace }}
  labels:
    {{- include "aisle.labels" $ | nindent 4 }}
    app.kubernetes.io/name: aisle-schema
    app.kubernetes.io/component: {{ .key }}
  {{- if $.Values.jobs.hooks }}
  annotations:
    helm.sh/hook: {{ $.Values.postgresql.cloudnativepg.enabled | ternary "post-install,pre-upgrade" "pre-install,pre-upgrade" }}
    helm.sh/hook-weight: {{ .weight | quote }}
    helm.sh/hook-delete-policy: before-hook-creation
  {{- end }}
spec:
  backoffLimit: {{ int $.Values.jobs.backoffLimit }}
  ttlSecondsAfterFinished: {{ int $.Values.jobs.keepSeconds }}
  template:
    {{- include "aisle.databasePod" . | nindent 4 }}
{{- end -}}

{{/* Its pod: root, key, component, container, main, env. */}}
{{- define "aisle.databasePod" -}}
{{- $ := .root -}}
{{- $component := .component -}}
metadata:
  labels:
    {{- include "aisle.labels" $ | nindent 4 }}
    app.kubernetes.io/name: aisle-schema
    app.kubernetes.io/component: {{ .key }}
spec:
  restartPolicy: Never
  automountServiceAccountToken: false
  enableServiceLinks: false
  securityContext:
    {{- include "aisle.podSecurity" $ | nindent 4 }}
  {{- include "aisle.pullSecrets" $ | nindent 2 }}
  containers:
    - name: {{ .container }}
      image: {{ include "aisle.image" (dict "root" $ "name" (printf "aisle-%s" $component.service)) }}
      imagePullPolicy: {{ $.Values.image.pullPolicy }}
      args: ["-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:AOTMode=off", "dev.aisle.platform.provisioning.{{ .main }}"]
      env:
        - name: AISLE_SECRETS_DIRECTORY
          value: /etc/aisle/secrets
        {{- with $.Values.shop }}
        - name: AISLE_SHOP
          value: {{ . }}
        {{- end }}
        - name: QUARKUS_DATASOURCE_JDBC_URL
          value: {{ include "aisle.jdbc" (dict "root" $ "database" $component.database) | quote }}
        {{- range .env }}
        - {{ toYaml . | nindent 10 | trim }}
        {{- end }}
      resources:
        {{- toYaml $.Values.jobs.resources | nindent 8 }}
      securityContext:
        {{- include "aisle.containerSecurity" $ | nindent 8 }}
      volumeMounts:
        - name: tmp
          mountPath: /tmp
        - name: secrets
          mountPath: /etc/aisle/secrets
          readOnly: true
        {{- if include "aisle.databaseCa" (dict "root" $ "database" $component.database) }}
        - name: database
          mountPath: /etc/aisle/database
          readOnly: true
        {{- end }}
  volumes:
    - name: tmp
      emptyDir:
        sizeLimit: 64Mi
    - name: secrets
      secret:
        secretName: {{ include "aisle.databaseSecret" (dict "root" $ "database" $component.database) }}
        defaultMode: 0440
        items:
          - key: username
            path: database/username
          - key: password
            path: database/password
    {{- with include "aisle.databaseCa" (dict "root" $ "database" $component.database) }}
    - name: database
      secret:
        secretName: {{ . }}
        defaultMode: 0440
        items:
          - key: {{ $.Values.postgresql.cloudnativepg.enabled | ternary "ca.crt" $.Values.postgresql.ca.key }}
            path: ca.crt
    {{- end }}
{{- end -}}

{{/* Metadata and spec of a component's pods: root, key, component. */}}
{{- define "aisle.pod" -}}
{{- $ := .root -}}
{{- $key := .key -}}
{{- $component := .component -}}
{{- $values := index $.Values.components $key -}}
{{- $tls := $.Values.tls.enabled -}}
metadata:
  labels:
    {{- include "aisle.labels" $ | nindent 4 }}
    app.kubernetes.io/name: {{ $component.name }}
    app.kubernetes.io/component: {{ $key }}
  annotations:
    # A pod reads its configuration at its start.
    aisle.dev/configuration: {{ include "aisle.properties" . | sha256sum }}
spec:
  serviceAccountName: {{ $component.object }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ add (int $.Values.drainSeconds) 40 }}
  securityContext:
    {{- include "aisle.podSecurity" $ | nindent 4 }}
  {{- include "aisle.pullSecrets" $ | nindent 2 }}
  {{- with $values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  topologySpreadConstraints:
    {{- range $.Values.topologySpread.keys }}
    - maxSkew: 1
      topologyKey: {{ . }}
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "aisle.selector" (dict "root" $ "name" $component.name) | nindent 10 }}
    {{- end }}
  containers:
    - name: service
      image: {{ include "aisle.image" (dict "root" $ "name" (printf "aisle-%s" $component.service)) }}
      imagePullPolicy: {{ $.Values.image.pullPolicy }}
      # The image's entry is Java with its class path; flags of the machine come first, then what runs.
      args:
        {{- $heap := include "aisle.heap" . }}
        {{- $whole := not $values.heap }}
        {{- range $values.jvm }}
        {{- if hasPrefix "-Xmx" . }}{{ fail (printf "components.%s.jvm: say the heap as components.%s.heap, or leave it to people." $key $key) }}{{ end }}
        {{- if hasPrefix "-Xms" . }}{{ $whole = false }}{{ end }}
        {{- end }}
        {{- if $whole }}
        - "-Xms{{ $heap }}m"
        {{- end }}
        - "-Xmx{{ $heap }}m"
        {{- range $values.jvm }}
        - {{ . | quote }}
        {{- end }}
        - "@/app/service.args"
      env:
        - name: SMALLRYE_CONFIG_LOCATIONS
          value: file:/etc/aisle/config/application.properties
        - name: AISLE_SECRETS_DIRECTORY
          value: /etc/aisle/secrets
        {{- include "aisle.kafkaEnv" (dict "root" $ "owner" $component.owner) | nindent 8 }}
      ports:
        - name: web
          containerPort: {{ include "aisle.port" $ }}
          protocol: TCP
      startupProbe:
        {{- include "aisle.probe" (dict "root" $ "path" "/q/health/started") | nindent 8 }}
        periodSeconds: 2
        timeoutSeconds: 2
        failureThreshold: 90
      readinessProbe:
        {{- include "aisle.probe" (dict "root" $ "path" "/q/health/ready") | nindent 8 }}
        periodSeconds: 5
        timeoutSeconds: 3
        failureThreshold: 2
      livenessProbe:
        {{- include "aisle.probe" (dict "root" $ "path" "/q/health/live") | nindent 8 }}
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 6
      resources:
        {{- include "aisle.resources" . | nindent 8 }}
      securityContext:
        {{- include "aisle.containerSecurity" $ | nindent 8 }}
      volumeMounts:
        - name: tmp
          mountPath: /tmp
        - name: config
          mountPath: /etc/aisle/config
          readOnly: true
        - name: secrets
          mountPath: /etc/aisle/secrets
          readOnly: true
        {{- if include "aisle.kafkaFiles" (dict "root" $ "owner" $component.owner) }}
        - name: kafka
          mountPath: /etc/aisle/kafka
          readOnly: true
        {{- end }}
        {{- if and $component.database (include "aisle.databaseCa" (dict "root" $ "database" $component.database)) }}
        - name: database
          mountPath: /etc/aisle/database
          readOnly: true
        {{- end }}
        {{- if $tls }}
        - name: tls
          mountPath: /etc/aisle/tls
          readOnly: true
        {{- end }}
        {{- if and (eq $key "privacy") $.Values.opendsr.secret }}
        - name: opendsr
          mountPath: /etc/aisle/opendsr
          readOnly: true
        {{- end }}
        {{- if eq $key "refine" }}
        - name: state
          mountPath: /var/lib/aisle/state
        {{- if $.Values.archive.enabled }}
        - name: archive
          mountPath: /var/lib/aisle/archive
        {{- end }}
        {{- end }}
        {{- if eq $key "recommender" }}
        - name: models
          mountPath: /var/lib/aisle/models
        {{- if and $.Values.models.bucket.name $.Values.models.bucket.ca.secret }}
        - name: bucket
          mountPath: /etc/aisle/bucket
          readOnly: true
        {{- end }}
        {{- end }}
  volumes:
    - name: tmp
      emptyDir:
        sizeLimit: 2Gi
    - name: config
      configMap:
        name: {{ $component.object }}
    - name: secrets
      projected:
        defaultMode: 0440
        sources:
          {{- include "aisle.secretSources" . | nindent 10 }}
    {{- with include "aisle.kafkaFiles" (dict "root" $ "owner" $component.owner) }}
    - name: kafka
      projected:
        defaultMode: 0440
        sources:
          {{- . | nindent 10 }}
    {{- end }}
    {{- if $component.database }}
    {{- with include "aisle.databaseCa" (dict "root" $ "database" $component.database) }}
    - name: database
      secret:
        secretName: {{ . }}
        defaultMode: 0440
        items:
          - key: {{ $.Values.postgresql.cloudnativepg.enabled | ternary "ca.crt" $.Values.postgresql.ca.key }}
            path: ca.crt
    {{- end }}
    {{- end }}
    {{- if $tls }}
    - name: tls
      secret:
        secretName: {{ $component.object }}-tls
        defaultMode: 0440
    {{- end }}
    {{- if and (eq $key "privacy") $.Values.opendsr.secret }}
    - name: opendsr
      secret:
        secretName: {{ include "aisle.secret" (dict "root" $ "name" $.Values.opendsr.secret) }}
        defaultMode: 0440
        items:
          - key: opendsr.p12
            path: opendsr.p12
    {{- end }}
    {{- if and (eq $key "refine") $.Values.archive.enabled }}
    - name: archive
      persistentVolumeClaim:
        claimName: {{ include "aisle.prefix" $ }}aisle-event-archive
    {{- end }}
    {{- if eq $key "recommender" }}
    {{- if $.Values.models.bucket.name }}
    # Copies of what is in use; a container that starts anew has its model without the object store.
    - name: models
      emptyDir:
        sizeLimit: {{ $.Values.models.size }}
    {{- with $.Values.models.bucket.ca }}
    {{- if .secret }}
    - name: bucket
      secret:
        secretName: {{ .secret }}
        defaultMode: 0440
        items:
          - key: {{ .key }}
            path: ca.crt
    {{- end }}
    {{- end }}
    {{- else }}
    - name: models
      persistentVolumeClaim:
        claimName: {{ include "aisle.prefix" $ }}aisle-models
    {{- end }}
    {{- end }}
{{- end -}}

{{/* How a kubelet asks: root, path. It has no certificate, so where everybody needs one it sees no more than an open port. */}}
{{- define "aisle.probe" -}}
{{- if and .root.Values.tls.enabled .root.Values.tls.mutual -}}
tcpSocket:
  port: web
{{- else -}}
httpGet:
  path: {{ .path }}
  port: web
  scheme: {{ .root.Values.tls.enabled | ternary "HTTPS" "HTTP" }}
{{- end -}}
{{- end -}}

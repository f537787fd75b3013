{{/* An Ingress of a service: root, component, name, host, className, tlsSecret, annotations, type, paths. */}}
{{- define "aisle.ingress" -}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {{ .name }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "aisle.labels" .root | nindent 4 }}
    app.kubernetes.io/name: {{ .component.name }}
  {{- with .annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  ingressClassName: {{ .className }}
  tls:
    - hosts: [{{ .host | quote }}]
      {{- with .tlsSecret }}
      secretName: {{ . }}
      {{- end }}
  rules:
    - host: {{ .host | quote }}
      http:
        paths:
          {{- range .paths }}
          - path: {{ . | squote }}
            pathType: {{ $.type }}
            backend:
              service:
                name: {{ $.component.object }}
                port:
                  name: web
          {{- end }}
{{- end -}}

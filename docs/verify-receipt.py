#!/usr/bin/env python3
"""Verifies a receipt: verify-receipt.py CLA-2026-0042-1-receipt.json jwks.json"""
import base64, json, subprocess, sys, tempfile
def decoded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
receipt, keys = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:3])
header, says = (json.loads(decoded(receipt[part])) for part in ("protected", "payload"))
key = next((key for key in keys["keys"] if key["kid"] == header["kid"]), None)
if key is None or (header["alg"], header["typ"]) != ("EdDSA", "pledge-receipt"):
    sys.exit("NOT GENUINE: no key of this list signed it")
parts = {"key": bytes.fromhex("302a300506032b6570032100") + decoded(key["x"]), "signature": decoded(receipt["signature"]),
         "signed": (receipt["protected"] + "." + receipt["payload"]).encode()}
with tempfile.TemporaryDirectory() as folder:
    for name, content in parts.items():
        open(f"{folder}/{name}", "wb").write(content)
    if subprocess.run("openssl pkeyutl -verify -pubin -keyform DER -inkey key -rawin -in signed -sigfile signature".split(),
                      cwd=folder, capture_output=True).returncode or receipt.get("receipt", says) != says:
        sys.exit("NOT GENUINE: the file was changed, or somebody else made it")
print("GENUINE", json.dumps(says, indent=2, ensure_ascii=False))

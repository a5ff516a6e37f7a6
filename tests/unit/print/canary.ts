import http from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

export type Canary = { http: string; file: string; secret: string; hits: string[]; close(): Promise<void> }

/** A server that notes whoever opens a connection, and a file with a secret in it. */
export async function startCanary(): Promise<Canary> {
  const hits: string[] = []
  const secret = 'CANARY'
  const server = http.createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`)
    response
      .writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' })
      .end(`<h1>${secret}</h1>`)
  })
  server.on('connection', () => hits.push('connection'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const dir = await mkdtemp(path.join(os.tmpdir(), 'canary-'))
  const file = path.join(dir, 'secret.html')
  await writeFile(file, `<h1>${secret}</h1>`)
  return {
    http: `http://127.0.0.1:${port}`,
    file: `file://${file}`,
    secret,
    hits,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** Markup that would reach the address `at` (http or file) in a browser that lets it. */
export function hostileTags(at: string): string[] {
  return [
    `<img src="${at}/img">`,
    `<img srcset="${at}/srcset 1x">`,
    `<picture><source srcset="${at}/source"><img></picture>`,
    `<iframe src="${at}/iframe"></iframe>`,
    `<iframe srcdoc="&lt;img src='${at}/srcdoc'&gt;"></iframe>`,
    `<frameset><frame src="${at}/frame"></frameset>`,
    `<object data="${at}/object"></object>`,
    `<embed src="${at}/embed">`,
    `<script src="${at}/script"></script>`,
    `<script>fetch('${at}/fetch')</script>`,
    `<script>new Image().src='${at}/image'</script>`,
    `<script>location='${at}/location'</script>`,
    `<script>new WebSocket('${at.replace('http', 'ws')}/ws')</script>`,
    `<script>navigator.sendBeacon('${at}/beacon')</script>`,
    `<script>new EventSource('${at}/events')</script>`,
    `<script>open('${at}/open')</script>`,
    `<script type="module">import '${at}/module.js'</script>`,
    `<link rel="stylesheet" href="${at}/css">`,
    `<link rel="preload" as="image" href="${at}/preload">`,
    `<link rel="prefetch" href="${at}/prefetch">`,
    `<link rel="preconnect" href="${at}">`,
    `<link rel="dns-prefetch" href="${at}">`,
    `<link rel="icon" href="${at}/icon">`,
    `<link rel="manifest" href="${at}/manifest">`,
    `<link rel="modulepreload" href="${at}/modulepreload">`,
    `<link rel="prerender" href="${at}/prerender">`,
    `<style>@import "${at}/import.css";</style>`,
    `<style>body{background:url("${at}/background")}</style>`,
    `<div style="background-image:url('${at}/inline')">x</div>`,
    `<style>@font-face{font-family:x;src:url("${at}/font")}*{font-family:x}</style>x`,
    `<style>li{list-style-image:url("${at}/list")}</style><ul><li>x</ul>`,
    `<style>p::before{content:url("${at}/content")}</style><p>x`,
    `<style>p{cursor:url("${at}/cursor"),auto}</style><p>x`,
    `<style>p{mask-image:url("${at}/mask")}</style><p>x`,
    `<style>p{border-image:url("${at}/border") 1}</style><p>x`,
    `<style>@media print{body{background:url("${at}/print")}}</style>`,
    `<style>p{shape-outside:url("${at}/shape");float:left}</style><p>x`,
    `<style>p{filter:url("${at}/filter#f")}</style><p>x`,
    `<meta http-equiv="refresh" content="0;url=${at}/refresh">`,
    `<base href="${at}/"><img src="base">`,
    `<form id="f" action="${at}/form" method="post"><input autofocus onfocus="this.form.submit()"></form>`,
    `<video src="${at}/video" autoplay></video>`,
    `<video poster="${at}/poster"></video>`,
    `<audio src="${at}/audio" autoplay></audio>`,
    `<track src="${at}/track">`,
    `<input type="image" src="${at}/input">`,
    `<body background="${at}/bodybg">x`,
    `<table background="${at}/tablebg"><tr><td>x</table>`,
    `<svg><image href="${at}/svg" width="9" height="9"/></svg>`,
    `<svg><use href="${at}/use#x"/></svg>`,
    `<svg><feImage href="${at}/feimage"/></svg>`,
    `<svg><script href="${at}/svgscript"/></svg>`,
    `<img src=x onerror="new Image().src='${at}/onerror'">`,
    `<svg onload="fetch('${at}/onload')">`,
    `<img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='${at}/nested'/%3E%3C/svg%3E">`,
    `<iframe src="data:text/html,<img src='${at}/dataframe'>"></iframe>`,
    `<iframe src="javascript:fetch('${at}/jsframe')"></iframe>`,
    `<a ping="${at}/ping" href="${at}/a">x</a>`,
    `<portal src="${at}/portal"></portal>`,
    `<applet code="${at}/applet"></applet>`,
    `<?xml-stylesheet href="${at}/xsl"?>`,
    `<math href="${at}/math"><mi>x</mi></math>`,
    `<template shadowrootmode="open"><img src="${at}/shadow"></template>`,
    `<dialog open><img src="${at}/dialog"></dialog>`,
    `<style>:root{--x:url("${at}/var")}p{background:var(--x)}</style><p>x`,
    `<style>p{background:image-set("${at}/set" 1x)}</style><p>x`,
    `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${at}/speculation"]}]}</script>`,
  ]
}
